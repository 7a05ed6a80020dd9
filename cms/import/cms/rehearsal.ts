import type { CmsClient } from './client.ts';

/** What finding and making references asks of the CMS. */
export type ReferencesClient = Pick<CmsClient, 'findBy' | 'read' | 'costReferences' | 'create' | 'update' | 'findFile' | 'upload'>;

/** A client that finds what is there and writes nothing: what would be made has no id yet. */
export function rehearsalOf(cms: CmsClient): ReferencesClient {
  return {
    findBy: (...query) => cms.findBy(...query),
    read: (...query) => cms.read(...query),
    costReferences: prefix => cms.costReferences(prefix),
    findFile: name => cms.findFile(name),
    create: async () => ({ documentId: '' }),
    update: async (_, documentId) => ({ documentId }),
    upload: async () => 0,
  };
}
