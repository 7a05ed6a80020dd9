import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { words } from '../messages';
import { uid } from './snapshots';

const codes = ['SQLITE_CONSTRAINT_UNIQUE', '23505'];

/**
 * Says in words what the unique index of snapshots refuses: two of one day from one publisher, whoever makes them.
 * To be called before the content rules, so that their transaction has ended.
 */
export function explainOneADay(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    try {
      return await next();
    } catch (error) {
      if (context.uid !== uid || !isDuplicate(error)) throw error;
      const message = words().rates.oneADay;
      throw new errors.ValidationError(message, { errors: [{ path: ['date'], message, name: 'ValidationError' }] });
    }
  });
}

const isDuplicate = (error: unknown): boolean => error instanceof Error && 'code' in error && codes.some(code => code === error.code);
