import type { Core } from '@strapi/strapi';

import { required } from '../required-env';

/** Name of the one token that may write; it reads drafts too. */
export const importTokenName = 'import';

/** Name of the token that reads the drafts of what has a page, and changes nothing; all others read what is published. */
export const previewTokenName = 'preview';

const stockTokenNames = ['Read Only', 'Full Access'];
const shortestSecret = 32;

interface TokenWish {
  name: string;
  description: string;
  secret: string;
  permissions: string[];
}

/**
 * Makes the tokens of the content API from the secrets in the environment, with the rights listed here and no others,
 * and takes away the tokens that Strapi makes at its first start. Run at every start: a changed secret replaces the old one.
 *
 * @throws Error when a secret is missing, short, or used twice
 */
export async function syncApiTokens(strapi: Core.Strapi): Promise<void> {
  const wishes = tokenWishes(strapi);
  checkSecrets(wishes);
  for (const wish of wishes) await syncToken(strapi, wish);
  await removeStockTokens(strapi);
}

function tokenWishes(strapi: Core.Strapi): TokenWish[] {
  return [
    {
      name: 'read',
      description: 'The site: published content and what changes in it, nothing else. Made from CMS_READ_TOKEN at every start.',
      secret: required('CMS_READ_TOKEN'),
      permissions: [
        ...allContentTypes(strapi).flatMap(uid => (isSingle(strapi, uid) ? [`${uid}.find`] : actions(uid, 'find', 'findOne'))),
        'api::change-feed.change-feed.read',
      ],
    },
    {
      name: importTokenName,
      description: 'The page importer: drafts and pictures. Made from CMS_IMPORT_TOKEN at every start.',
      secret: required('CMS_IMPORT_TOKEN'),
      permissions: [
        ...['article', 'clinic', 'treatment', 'cost-entry', 'review', 'person'].flatMap(name =>
          actions(`api::${name}.${name}`, 'find', 'findOne', 'create', 'update'),
        ),
        // A source has no draft: to change one would change what is published.
        ...actions('api::source.source', 'find', 'findOne', 'create'),
        // What an imported document may be linked to but the importer never makes.
        ...['condition', 'cost-item'].flatMap(name => actions(`api::${name}.${name}`, 'find', 'findOne')),
        // Which article was made of a page, and which pictures are there already.
        'api::article.article.imported',
        'plugin::upload.content-api.find',
        'plugin::upload.content-api.upload',
      ],
    },
    {
      name: previewTokenName,
      description: 'The previews of the site: drafts of documents that have a page, with what they link to. Made from CMS_PREVIEW_TOKEN at every start.',
      secret: required('CMS_PREVIEW_TOKEN'),
      permissions: ['article', 'treatment', 'clinic', 'condition', 'person', 'page', 'review', 'source'].map(name => `api::${name}.${name}.find`),
    },
  ];
}

const actions = (uid: string, ...names: string[]) => names.map(name => `${uid}.${name}`);

function allContentTypes(strapi: Core.Strapi) {
  return Object.values(strapi.contentTypes)
    .map(({ uid }) => uid)
    .filter(uid => uid.startsWith('api::'));
}

function isSingle(strapi: Core.Strapi, uid: ReturnType<typeof allContentTypes>[number]): boolean {
  return strapi.contentType(uid).kind === 'singleType';
}

function checkSecrets(wishes: TokenWish[]): void {
  const short = wishes.find(({ secret }) => secret.length < shortestSecret);
  if (short) throw new Error(`The secret of the "${short.name}" token needs at least ${shortestSecret} characters.`);
  if (new Set(wishes.map(({ secret }) => secret)).size < wishes.length) {
    throw new Error('CMS_READ_TOKEN, CMS_IMPORT_TOKEN and CMS_PREVIEW_TOKEN must differ: the second one may write, the third one reads drafts.');
  }
}

async function syncToken(strapi: Core.Strapi, { name, description, secret, permissions }: TokenWish): Promise<void> {
  const service = strapi.service('admin::api-token');
  const existing = await service.getByName(name);
  const rights = { name, description, type: 'custom', permissions };
  const token = existing ? await service.update(existing.id, rights) : await service.create({ ...rights, lifespan: null });
  await strapi.db.query('admin::api-token').update({
    where: { id: token.id },
    // No encrypted copy is kept, so that the admin cannot show the secret.
    data: { accessKey: service.hash(secret), encryptedKey: null, lifespan: null, expiresAt: null },
  });
}

async function removeStockTokens(strapi: Core.Strapi): Promise<void> {
  const service = strapi.service('admin::api-token');
  for (const name of stockTokenNames) {
    const token = await service.getByName(name);
    if (token) await service.revoke(token.id);
  }
}
