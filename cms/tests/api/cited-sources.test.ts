import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { signIn, type AdminFetch } from '../helpers/admin.ts';
import { startCms, type Cms } from '../helpers/cms.ts';
import { documentsOf, paragraphs } from '../helpers/content.ts';

let cms: Cms;
let admin: AdminFetch;
let sources: ReturnType<typeof documentsOf>;
let articles: ReturnType<typeof documentsOf>;

beforeAll(async () => {
  cms = await startCms({ template: 'empty' });
  admin = await signIn(cms);
  sources = documentsOf(cms.strapi, 'api::source.source');
  articles = documentsOf(cms.strapi, 'api::article.article');
});
afterAll(() => cms.stop());

const source = (citationKey: string) => sources.create(undefined, { citationKey, title: 'A trial', type: 'journal_article' });
const remove = (documentId: string) => cms.strapi.documents('api::source.source').delete({ documentId });
const rename = (documentId: string) => sources.save(documentId, undefined, { citationKey: 'another-key' });
const citing = (key: string) => [{ __component: 'block.faq', items: [{ question: 'So?', answer: paragraphs(`So they say [@other-2020; @${key}].`) }] }];

describe('a cited source', () => {
  it('is neither deleted nor given another key while a text cites it, in a draft or published', async () => {
    const id = await source('mesems-2021');
    await source('other-2020');
    const text = await articles.create('en', { title: 'Living with it', summary: 'x', body: citing('mesems-2021') }, 'published');
    await articles.save(text, 'ru', { title: 'Жизнь с болезнью', summary: 'Что помогает.', body: citing('mesems-2021') });
    const places = 'Take it out there first: article “Living with it” (en); article “Жизнь с болезнью” (ru).';
    await expect(remove(id)).rejects.toThrow(`“mesems-2021” is cited and cannot be deleted. ${places}`);
    await expect(rename(id)).rejects.toThrow(`“mesems-2021” is cited and cannot have another key. ${places}`);

    await articles.save(text, 'en', { body: [] });
    await expect(remove(id)).rejects.toThrow('(en)');
    await articles.save(text, 'ru', { body: [] });
    await articles.publish(text, 'en');
    await rename(id);
    await remove(id);
  });

  it('nor while a document is linked to it, itself or in a part', async () => {
    const id = await source('nice-2022');
    const price = await documentsOf(cms.strapi, 'api::cost-entry.cost-entry').create(undefined, {
      reference: 'ahsct-tr', country: 'TR', amountFrom: 1, currency: 'EUR', asOf: '2026-01-01', source: id,
    });
    await articles.create('en', { title: 'Evidence', summary: 'x', body: [{ __component: 'evidence.claim', claim: 'It helps.', grade: 'low', contrarySource: id }] });
    await expect(remove(id)).rejects.toThrow('article “Evidence” (en)');
    await expect(remove(id)).rejects.toThrow('cost entry “ahsct-tr”');
    await cms.strapi.documents('api::cost-entry.cost-entry').delete({ documentId: price });
    await expect(rename(id)).rejects.toThrow('article “Evidence” (en)');
  });

  it('may change in all else, and one whose key another only begins with is not cited', async () => {
    const id = await source('trial');
    await source('trial-2');
    await articles.create('en', { title: 'Another', summary: 'x', body: citing('trial-2') });
    await sources.save(id, undefined, { citationKey: 'trial', year: 2020 });
    await rename(id);
  });

  it('is refused in the admin with the same sentence', async () => {
    const id = await source('kept-2023');
    for (let copy = 1; copy <= 7; copy += 1) await articles.create('en', { title: `Copy ${copy}`, summary: 'x', body: citing('kept-2023') });
    const answer = await admin(`/content-manager/collection-types/api::source.source/${id}`, { method: 'DELETE' });
    expect(answer).toMatchObject({ status: 400, body: { error: { message: expect.stringMatching(/article “Copy 5” \(en\); and 2 more\.$/) } } });
  });
});
