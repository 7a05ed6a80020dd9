import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { signIn, type AdminFetch } from '../helpers/admin.ts';
import { startCms, type Cms } from '../helpers/cms.ts';
import { documentsOf, list, paragraphs } from '../helpers/content.ts';

let cms: Cms;
let articles: ReturnType<typeof documentsOf>;
let admin: AdminFetch;
let image: number;

beforeAll(async () => {
  cms = await startCms({ template: 'empty' });
  articles = documentsOf(cms.strapi, 'api::article.article');
  admin = await signIn(cms);
  const file = await cms.strapi.db.query('plugin::upload.file').create({ data: { name: 'a.png', hash: 'a', ext: '.png', mime: 'image/png', size: 1, url: '/a.png', provider: 'local' } });
  image = file.id;
});
afterAll(() => cms.stop());

const uid = 'api::article.article';
const path = `/content-manager/collection-types/${uid}`;
const deep = { cover: true, body: { on: { 'block.text': true, 'block.faq': { populate: { items: true } }, 'block.list': true } } };

interface Part {
  id: number;
  key?: string;
  items?: Part[];
}

const article = () => ({
  title: 'An article',
  summary: 'A summary.',
  cover: { image, alt: 'A calm wave' },
  body: [
    { __component: 'block.text', body: paragraphs('One') },
    {
      __component: 'block.faq',
      items: [
        { question: 'Why?', answer: paragraphs('Because.') },
        { question: 'How?', answer: paragraphs('So.') },
      ],
    },
    { __component: 'block.list', items: list('a', 'b') },
  ],
});

async function parts(id: string, locale = 'en', status: 'draft' | 'published' = 'draft'): Promise<{ cover: Part; body: Part[] }> {
  const where = { documentId: id, locale, publishedAt: status === 'draft' ? { $null: true } : { $notNull: true } };
  return cms.strapi.db.query(uid).findOne({ where, populate: deep });
}

/** All keys of a version: of the cover, the blocks and the questions. */
async function keys(id: string, locale = 'en', status: 'draft' | 'published' = 'draft'): Promise<(string | undefined)[]> {
  const { cover, body } = await parts(id, locale, status);
  return [cover.key, ...body.flatMap(block => [block.key, ...(block.items ?? []).filter(item => 'question' in item).map(item => item.key)])];
}

/** A copy in which nothing has the named property. */
function without<Value>(name: string, value: Value): Value {
  return JSON.parse(JSON.stringify(value, (property, inner: unknown) => (property === name ? undefined : inner)));
}

describe('the key of a part', () => {
  it('is given to single parts, blocks and entries within blocks, each its own', async () => {
    const given = await keys(await articles.create('en', article()));
    expect(given).toHaveLength(6);
    expect(given.every(key => /^[a-z0-9]{8}$/.test(key ?? ''))).toBe(true);
    expect(new Set(given).size).toBe(6);
  });

  it('stays through saves, reordering, publishing and discarding', async () => {
    const id = await articles.create('en', article());
    const given = await keys(id);
    await articles.save(id, 'en', { title: 'Another title' });
    await articles.publish(id, 'en');
    await articles.publish(id, 'en');
    expect(await keys(id)).toEqual(given);
    expect(await keys(id, 'en', 'published')).toEqual(given);

    const { body } = await parts(id);
    await articles.save(id, 'en', { body: [...body].reverse() });
    expect(new Set(await keys(id))).toEqual(new Set(given));
    await cms.strapi.documents(uid).discardDraft({ documentId: id, locale: 'en' });
    expect(await keys(id)).toEqual(given);
  });

  it('stays when a client leaves it out and names the part', async () => {
    const id = await articles.create('en', article());
    const given = await keys(id);
    const { cover, body } = await parts(id);
    await articles.save(id, 'en', without('key', { cover, body }));
    expect(await keys(id)).toEqual(given);
  });

  it('is a new one for a copied part; the original keeps its own', async () => {
    const id = await articles.create('en', article());
    const { body } = await parts(id);
    const copy = without('id', body[1]);
    await articles.save(id, 'en', { body: [copy, ...body] });
    const after = (await parts(id)).body;
    expect(after.slice(1).map(({ key }) => key)).toEqual(body.map(({ key }) => key));
    expect(new Set(await keys(id)).size).toBe(9);
  });

  it('never is one that an untouched part of the document has', async () => {
    const id = await articles.create('en', article());
    const { cover } = await parts(id);
    await articles.save(id, 'en', { body: [{ __component: 'block.text', key: cover.key, body: paragraphs('One') }] });
    expect((await parts(id)).body[0]?.key).not.toBe(cover.key);
  });

  it('is replaced when it is not of the form of a key', async () => {
    const id = await articles.create('en', { ...article(), body: [{ __component: 'block.text', key: 'My Key!', body: paragraphs('One') }] });
    expect((await parts(id)).body[0]?.key).toMatch(/^[a-z0-9]{8}$/);
  });
});

describe('in the admin', () => {
  it('parts get keys, and a language filled in from another has the same', async () => {
    const made = await admin(`${path}?locale=en`, { body: article() });
    expect(made.status).toBe(201);
    const id = (made.body as { data: { documentId: string } }).data.documentId;
    const given = await keys(id);
    expect(new Set(given).size).toBe(6);

    const query = `documentId=${id}&sourceLocale=en&targetLocale=ru&collectionType=collection-types`;
    const filled = await admin(`/i18n/content-manager/get-fill-from-locale/${uid}?${query}`);
    expect(filled.status).toBe(200);
    const form = (filled.body as { data: Record<string, unknown> }).data;
    const saved = await admin(`${path}/${id}?locale=ru`, { method: 'PUT', body: { ...form, title: 'Статья', summary: 'О чём она.', slug: 'statia' } });
    expect(saved.status).toBe(200);
    expect(await keys(id, 'ru')).toEqual(given);
  });

  it('a save of the form as it came keeps them', async () => {
    const id = await articles.create('en', article());
    const given = await keys(id);
    const form = (await admin(`${path}/${id}?locale=en`)).body as { data: Record<string, unknown> };
    const saved = await admin(`${path}/${id}?locale=en`, { method: 'PUT', body: { cover: form.data['cover'], body: form.data['body'], title: 'A new title' } });
    expect(saved.status).toBe(200);
    expect(await keys(id)).toEqual(given);
  });
});
