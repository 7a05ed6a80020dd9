import type { Entry, Query } from '@polyclinic/shared-types';

import { findAll } from '../cms/client';
import type { PersonCard } from '../../shared/views/person';
import { toCards, type CardPlace } from './parts/cards';
import { figureSelection, toFigure } from './parts/figure';
import type { Reader } from './reader';

const personCardQuery = {
  fields: ['documentId', 'locale', 'sourceLocale', 'slug', 'name', 'role', 'credentials', 'licence', 'fictitious'],
  populate: { photo: figureSelection },
} as const satisfies Query<'person'>;

function toPersonCard(person: Entry<'person', typeof personCardQuery>, place: CardPlace): PersonCard {
  return {
    ...place,
    name: person.name,
    role: person.role,
    credentials: person.credentials,
    licence: person.licence,
    fictitious: person.fictitious ?? false,
    photo: toFigure(person.photo),
  };
}

/** Cards of these people, by document. */
export async function personCards(documentIds: string[], reader: Reader): Promise<Map<string, PersonCard>> {
  if (documentIds.length === 0) return new Map();
  const rows = await findAll('person', { ...personCardQuery, locale: '*', filters: { documentId: { $in: documentIds } } });
  return toCards('person', rows, reader, toPersonCard);
}
