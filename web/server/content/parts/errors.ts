import { createError, type H3Error } from 'h3';

/** Nothing was ever here. */
export function notFound(what: string): H3Error {
  return createError({ statusCode: 404, statusMessage: 'Not Found', message: `There is no ${what}` });
}

/** Something was published here once and is gone for good. */
export function gone(what: string): H3Error {
  return createError({ statusCode: 410, statusMessage: 'Gone', message: `There is no ${what} any more` });
}
