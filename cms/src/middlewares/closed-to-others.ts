import type { Core } from '@strapi/strapi';

/** Takes headers back that Strapi gives everyone: leave to read for requests without an origin, and its greeting. */
const closedToOthers: Core.MiddlewareFactory = () => async (context, next) => {
  await next();
  const given = Object.keys(context.response.headers).filter(name => name.startsWith('access-control-'));
  for (const name of [...given, 'strapi']) context.remove(name);
};

export default closedToOthers;
