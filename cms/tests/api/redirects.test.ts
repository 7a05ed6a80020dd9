import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startCms, type Cms } from '../helpers/cms.ts';
import { documentsOf } from '../helpers/content.ts';

let cms: Cms;
let terms: ReturnType<typeof documentsOf>;

beforeAll(async () => {
  cms = await startCms({ template: 'empty' });
  terms = documentsOf(cms.strapi, 'api::glossary-term.glossary-term');
});
afterAll(() => cms.stop());

const term = (slug: string) => ({ term: slug, definition: 'x', slug });
const service = () => cms.strapi.documents('api::glossary-term.glossary-term');

/** Where old slugs of the type lead, as `locale slug`, to documents. */
async function redirects(): Promise<Record<string, unknown>> {
  const rows = await cms.strapi.documents('api::redirect.redirect').findMany({ filters: { type: 'glossary-term' } });
  return Object.fromEntries(rows.map(row => [`${row['slugLocale']} ${row['oldSlug']}`, row['targetDocumentId']]));
}

describe('a redirect', () => {
  it('is left when a published slug changes, once', async () => {
    const id = await terms.create('en', term('first'), 'published');
    await terms.save(id, 'en', { slug: 'second' });
    expect(await redirects()).not.toHaveProperty('en first');
    await terms.publish(id, 'en');
    await terms.publish(id, 'en');
    expect(await redirects()).toMatchObject({ 'en first': id });
    expect(await cms.strapi.documents('api::redirect.redirect').count({ filters: { oldSlug: 'first' } })).toBe(1);
  });

  it('is left by a document that is unpublished or deleted, in each language that it had', async () => {
    const id = await terms.create('en', term('gone'), 'published');
    await terms.save(id, 'ru', { ...term('gone-ru'), term: 'Снято' }, 'published');
    await service().unpublish({ documentId: id, locale: 'ru' });
    expect(await redirects()).toMatchObject({ 'ru gone-ru': id });
    expect(await redirects()).not.toHaveProperty('en gone');
    await service().delete({ documentId: id, locale: '*' });
    expect(await redirects()).toMatchObject({ 'ru gone-ru': id, 'en gone': id });
  });

  it('is not left by what no reader saw', async () => {
    const id = await terms.create('en', term('unseen'));
    await terms.save(id, 'en', { slug: 'unseen-2' });
    await service().delete({ documentId: id });
    expect(Object.keys(await redirects()).filter(address => address.includes('unseen'))).toEqual([]);
  });

  it('is not left by a document that is copied', async () => {
    const id = await terms.create('en', term('original'), 'published');
    await service().clone({ documentId: id, locale: 'en', data: { slug: 'copy' } });
    expect(await redirects()).not.toHaveProperty('en original');
  });

  it('goes when its address is in use again, by the same document or another', async () => {
    const id = await terms.create('en', term('back'), 'published');
    await terms.save(id, 'en', { slug: 'away' }, 'published');
    await terms.save(id, 'en', { slug: 'back' }, 'published');
    expect(await redirects()).toMatchObject({ 'en away': id });
    expect(await redirects()).not.toHaveProperty('en back');

    await terms.create('en', term('away'), 'published');
    expect(await redirects()).not.toHaveProperty('en away');
  });
});
