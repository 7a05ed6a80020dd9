import type { Entry, Query } from '@polyclinic/shared-types';

import { findAll } from '../cms/client';
import { bestVersion } from './parts/versions';
import type { Reader } from './reader';

const factsQuery = {
  fields: ['documentId', 'locale', 'sourceLocale', 'specialty', 'evidenceSummary', 'stayDaysFrom', 'stayDaysTo'],
} as const satisfies Query<'treatment'>;

/** What stands in the margin of an article about a treatment; null where there is none. */
export async function treatmentFacts(documentId: string | null, reader: Reader): Promise<Entry<'treatment', typeof factsQuery> | null> {
  if (documentId === null) return null;
  return bestVersion(await findAll('treatment', { ...factsQuery, locale: '*', filters: { documentId } }), reader.words);
}
