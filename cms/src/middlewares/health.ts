import { setTimeout as delay } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';

const timeLimitMs = 2000;

/**
 * Answers `/health/alive` (the process answers) and `/health/ready` (its database does too), and nothing else about the system.
 * It stands before the log, which would hold little else. Strapi listens only when its migrations and bootstrap are done.
 */
const health: Core.MiddlewareFactory = (_config, { strapi }) => async (context, next) => {
  if (context.path !== '/health/alive' && context.path !== '/health/ready') return next();
  const isWell = context.path === '/health/alive' || (await databaseAnswers(strapi));
  context.set('cache-control', 'no-store');
  context.status = isWell ? 200 : 503;
  context.body = { status: isWell ? 'ok' : 'the database does not answer' };
};

function databaseAnswers(strapi: Core.Strapi): Promise<boolean> {
  const answer = Promise.resolve(strapi.db.connection.raw('select 1')).then(() => true, () => false);
  return Promise.race([answer, delay(timeLimitMs, false)]);
}

export default health;
