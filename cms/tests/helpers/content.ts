import type { Core, UID } from '@strapi/strapi';

export type Words = Record<string, unknown>;

/** Rich text of paragraphs. */
export const paragraphs = (...texts: string[]) => texts.map(text => ({ type: 'paragraph', children: [{ type: 'text', text }] }));

/** Rich text that is one list. */
export const list = (...items: string[]) => [
  {
    type: 'list',
    format: 'unordered',
    children: items.map(text => ({ type: 'list-item', children: [{ type: 'text', text }] })),
  },
];

/** Short ways to write and read documents of a type through the Document Service. */
export function documentsOf(strapi: Core.Strapi, uid: UID.ContentType) {
  const service = strapi.documents(uid);
  return {
    /** Makes a document; returns its id. */
    async create(locale: string | undefined, data: Words, status: 'draft' | 'published' = 'draft'): Promise<string> {
      const made = await service.create({ ...(locale ? { locale } : {}), data, status });
      return made.documentId;
    },
    /** Saves a locale, which is made if need be. */
    save: (documentId: string, locale: string | undefined, data: Words, status: 'draft' | 'published' = 'draft') =>
      service.update({ documentId, ...(locale ? { locale } : {}), data, status }),
    publish: (documentId: string, locale?: string | string[]) => service.publish({ documentId, ...(locale ? { locale: locale as string } : {}) }),
    /** The version of a locale; fails where there is none. */
    async read(documentId: string, locale: string | undefined, status: 'draft' | 'published', populate: string[] = []): Promise<Words> {
      const found = await service.findOne({ documentId, ...(locale ? { locale } : {}), status, populate });
      if (!found) throw new Error(`${uid} ${documentId} has no ${status} version in ${locale ?? 'the default locale'}`);
      return found;
    },
  };
}

/** The documents that a populated relation leads to, in order. */
export function linked(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : value ? [value] : [];
  return list.flatMap(entry => (typeof entry === 'object' && entry !== null && 'documentId' in entry ? [String(entry.documentId)] : []));
}
