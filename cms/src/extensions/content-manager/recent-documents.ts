import type { Core, UID } from '@strapi/strapi';

import { nameOf } from '../../edit-views/words';
import { words } from '../../messages';

interface RecentDocument {
  contentTypeUid: UID.ContentType;
  contentTypeDisplayName: string;
}

/** The content manager's own service for the start page of the admin; its other methods call this one. */
export interface RecentDocuments {
  addStatusToDocuments(documents: RecentDocument[]): Promise<RecentDocument[]>;
}

/** Says what kind of documents the last changed ones are, in the language of the person who asks. */
export const recentDocuments = (stock: RecentDocuments, strapi: Core.Strapi): RecentDocuments => ({
  ...stock,
  addStatusToDocuments: documents =>
    stock.addStatusToDocuments(documents.map(document => ({ ...document, contentTypeDisplayName: nameOf(strapi.contentType(document.contentTypeUid), words().language) }))),
});
