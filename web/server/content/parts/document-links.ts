import { findAll } from '../../cms/client';
import type { DocumentLink } from '../../../shared/views/page';
import type { Reader } from '../reader';
import { toCards } from './cards';
import type { AddressedVersion } from './versions';

/** The CMS reads no longer list out of an address: beyond a hundred values it takes it for an object. */
const IDS_AT_ONCE = 100;

type NamedType = 'treatment' | 'clinic' | 'condition';
type NamedVersion = AddressedVersion & { name: string };

const nameQuery = { fields: ['documentId', 'locale', 'sourceLocale', 'slug', 'name'], locale: '*' } as const;

const readNames: { [Type in NamedType]: (documentIds: string[]) => Promise<NamedVersion[]> } = {
  treatment: ids => findAll('treatment', { ...nameQuery, filters: { documentId: { $in: ids } } }),
  clinic: ids => findAll('clinic', { ...nameQuery, filters: { documentId: { $in: ids } } }),
  condition: ids => findAll('condition', { ...nameQuery, filters: { documentId: { $in: ids } } }),
};

/** Every published version of these documents with its name and slug. */
export async function namedVersions(type: NamedType, documentIds: Iterable<string>): Promise<NamedVersion[]> {
  const ids = [...new Set(documentIds)];
  const parts = Array.from({ length: Math.ceil(ids.length / IDS_AT_ONCE) }, (_, part) => ids.slice(part * IDS_AT_ONCE, (part + 1) * IDS_AT_ONCE));
  return (await Promise.all(parts.map(part => readNames[type](part)))).flat();
}

/** Links to these documents, by document. */
export async function documentLinks(type: NamedType, documentIds: Iterable<string>, reader: Reader): Promise<Map<string, DocumentLink>> {
  return toCards(type, await namedVersions(type, documentIds), reader, (version, place) => ({ ...place, label: version.name }));
}
