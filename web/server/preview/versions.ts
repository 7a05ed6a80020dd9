import type { PagedType } from '../../shared/paths';
import type { RequiredField } from '../../shared/views/preview';
import { findDrafts } from '../cms/client';
import type { AddressedVersion } from '../content/parts/versions';

/** A draft with the fields that its type is not published without. */
type DraftVersion = AddressedVersion & { [Field in RequiredField]?: unknown };

const identity = ['documentId', 'locale', 'sourceLocale', 'slug'] as const;
const everyLocale = (documentId: string) => ({ locale: '*', filters: { documentId } }) as const;

const readDrafts: { [Type in PagedType]: (documentId: string) => Promise<DraftVersion[]> } = {
  article: id => findDrafts('article', { ...everyLocale(id), fields: [...identity, 'title', 'summary'] }),
  treatment: id => findDrafts('treatment', { ...everyLocale(id), fields: [...identity, 'name', 'specialty', 'summary'] }),
  clinic: id => findDrafts('clinic', { ...everyLocale(id), fields: [...identity, 'name', 'summary', 'city', 'country'] }),
  condition: id => findDrafts('condition', { ...everyLocale(id), fields: [...identity, 'name', 'summary'] }),
  person: id => findDrafts('person', { ...everyLocale(id), fields: [...identity, 'name', 'role'] }),
  page: id => findDrafts('page', { ...everyLocale(id), fields: [...identity, 'title', 'body'] }),
};

const requiredFields: RequiredField[] = ['title', 'name', 'slug', 'summary', 'specialty', 'city', 'country', 'role', 'body'];

/** The draft of a document in every locale that it has. Throws 503. */
export function draftVersions(type: PagedType, documentId: string): Promise<DraftVersion[]> {
  return readDrafts[type](documentId);
}

/** What a draft lacks to be published; an editor sees the rest when publishing. */
export function missingFields(draft: DraftVersion): RequiredField[] {
  return requiredFields.filter((name) => {
    const value = draft[name];
    return value === '' || (Array.isArray(value) && value.length === 0);
  });
}
