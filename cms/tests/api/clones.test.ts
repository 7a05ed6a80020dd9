import { afterAll, beforeAll, expect, it } from 'vitest';

import { signIn } from '../helpers/admin.ts';
import { startCms, type Cms } from '../helpers/cms.ts';
import { documentsOf } from '../helpers/content.ts';

let cms: Cms;

beforeAll(async () => {
  cms = await startCms({ template: 'empty' });
});
afterAll(() => cms.stop());

it('a copy of an imported article does not count as imported', async () => {
  const articles = documentsOf(cms.strapi, 'api::article.article');
  const importedFrom = 'https://example.org/a-page';
  const id = await articles.create('en', { title: 'A page', summary: 'x', importedFrom });
  const copied = await cms.strapi.documents('api::article.article').clone({ documentId: id, locale: 'en', data: { slug: 'copy' } });
  const admin = await signIn(cms);
  const made = await admin(`/content-manager/collection-types/api::article.article/clone/${id}?locale=en`, { body: { title: 'A page', slug: 'copy-2', summary: 'x', importedFrom } });
  const inAdmin = (made.body as { data: { documentId: string } }).data.documentId;
  for (const copy of [copied?.documentId ?? '', inAdmin]) expect(await articles.read(copy, 'en', 'draft')).toMatchObject({ title: 'A page', importedFrom: null });
  const found = await cms.import(`/api/imported-articles?identity=${encodeURIComponent(importedFrom)}&locale=en`);
  expect(found.body).toMatchObject({ data: { documentId: id } });
});
