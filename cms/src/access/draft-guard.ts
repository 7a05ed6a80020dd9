import type { Core, Modules } from '@strapi/strapi';
import { contentTypes, errors } from '@strapi/utils';

import { signature } from '../roles/table';
import { currentCaller } from './caller';
import { guardFilters } from './guard-filters';
import { guardPopulate } from './guard-populate';
import { guardSort } from './guard-sort';
import { isRecord } from './schema-walk';

const reads = new Set(['findMany', 'findFirst', 'findOne', 'count']);
const writes = new Set(['create', 'update', 'clone']);
const refusedInReads = ['publicationFilter', 'hasPublishedVersion', '_q'];

/**
 * Keeps drafts out of the content API, and keeps what the content API writes a draft.
 *
 * It sits in the Document Service, below routes, controllers and the spelling of query strings: whatever a parameter was
 * called in the address, here it has its one meaning. A reader is given published rows only; filters are rewritten so that
 * they cannot see a draft through a relation; what would still tell something about drafts is answered with 400.
 */
export function guardDrafts(strapi: Core.Strapi): void {
  strapi.documents.use((context, next) => {
    const caller = currentCaller(strapi);
    if (caller === 'reader' && reads.has(context.action)) {
      context.params = publishedOnly(strapi, context);
    } else if (caller !== 'inside' && writes.has(context.action) && contentTypes.hasDraftAndPublish(context.contentType)) {
      context.params = Object.assign({}, context.params, { status: 'draft', data: unsigned(context.params) });
    }
    return next();
  });
}

/** Only a medical reviewer signs, in the admin. */
function unsigned(params: object): object {
  const data: unknown = 'data' in params ? params.data : {};
  return isRecord(data) ? Object.fromEntries(Object.entries(data).filter(([name]) => !signature.includes(name))) : {};
}

function publishedOnly(strapi: Core.Strapi, { params, contentType }: Modules.Documents.Middleware.Context) {
  const asked: Record<string, unknown> = { ...params };
  if (asked['status'] !== undefined && asked['status'] !== 'published') {
    throw new errors.ValidationError('Only published content can be read: "status" may be "published" or left out.');
  }
  const refused = refusedInReads.find(name => asked[name] !== undefined);
  if (refused) throw new errors.ValidationError(`"${refused}" is not available.`);
  guardSort(asked['sort'], contentType);
  return Object.assign({}, params, {
    status: 'published',
    ...(asked['filters'] === undefined ? {} : { filters: guardFilters(asked['filters'], contentType, strapi) }),
    ...(asked['populate'] === undefined ? {} : { populate: guardPopulate(asked['populate'], contentType, strapi) }),
  });
}
