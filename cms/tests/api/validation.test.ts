import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { signIn, type AdminFetch } from '../helpers/admin.ts';
import { startCms, type Cms } from '../helpers/cms.ts';
import { documentsOf, list, paragraphs, type Words } from '../helpers/content.ts';
import { faultsOf } from '../helpers/faults.ts';

let cms: Cms;
let admin: AdminFetch;
let articles: ReturnType<typeof documentsOf>;
let image: number;

beforeAll(async () => {
  cms = await startCms({ template: 'empty' });
  admin = await signIn(cms);
  articles = documentsOf(cms.strapi, 'api::article.article');
  const file = { name: 'a.png', hash: 'a', ext: '.png', mime: 'image/png', size: 1, url: '/a.png', provider: 'local' };
  image = (await cms.strapi.db.query('plugin::upload.file').create({ data: file })).id;
  await documentsOf(cms.strapi, 'api::source.source').create(undefined, { citationKey: 'mesems-2021', title: 'MESEMS', type: 'journal_article' });
});
afterAll(() => cms.stop());

const article = (data: Words = {}) => ({ title: 'Living with it', summary: 'What helps, and what does not.', ...data });
const block = (component: string, data: Words) => ({ __component: component, ...data });
const text = (...nodes: unknown[]) => [block('block.text', { body: nodes })];
const heading = (level: number) => ({ type: 'heading', level, children: [{ type: 'text', text: `Level ${level}` }] });
const link = (url: string) => ({ type: 'paragraph', children: [{ type: 'link', url, children: [{ type: 'text', text: 'there' }] }] });

/** What publishing an article with this content is refused for, by place. */
const published = (data: Words, locale = 'en') => faultsOf(() => articles.create(locale, article(data), 'published'));

describe('a draft', () => {
  it('is saved with any fault; publishing it names all of them and keeps the draft', async () => {
    const id = await articles.create('en', article({ reviewedOn: '2999-01-01', reviewDueOn: '2998-01-01', body: text(heading(3), link('/articles/absent')) }));
    const faults = await faultsOf(() => articles.publish(id, 'en'));
    expect(Object.keys(faults).sort()).toEqual(['body.0.body', 'reviewDueOn', 'reviewedOn']);
    expect(await articles.read(id, 'en', 'draft')).toMatchObject({ reviewedOn: '2999-01-01' });
    await expect(articles.read(id, 'en', 'published')).rejects.toThrow('no published version');
  });

  it('is refused in all languages when one of them is at fault, and the message says which', async () => {
    const id = await articles.create('en', article({ slug: 'both' }));
    await articles.save(id, 'ru', { title: 'Жизнь с болезнью', summary: 'Что помогает.', slug: 'both', body: text(heading(4)) });
    const faults = await faultsOf(() => articles.publish(id, ['en', 'ru']));
    expect(faults['body.0.body']).toMatch(/^ru: A heading of level 4 follows level 1/);
    await expect(articles.read(id, 'en', 'published')).rejects.toThrow('no published version');
  });

  it('is refused in the admin too, alone and in bulk', async () => {
    const id = await articles.create('en', article({ reviewedOn: '2999-01-01' }));
    const path = '/content-manager/collection-types/api::article.article';
    const single = await admin(`${path}/${id}/actions/publish?locale=en`, { method: 'POST', body: {} });
    expect(single).toMatchObject({ status: 400, body: { error: { name: 'ValidationError', message: expect.stringContaining('in the future') } } });
    expect(single).toMatchObject({ body: { error: { details: { errors: [{ path: ['reviewedOn'] }] } } } });
    const bulk = await admin(`${path}/actions/bulkPublish?locale=en`, { body: { documentIds: [id], locale: 'en' } });
    expect(bulk.status).toBe(400);
  });
});

describe('text', () => {
  it('holds only what the site shows', async () => {
    expect(await published({ body: text({ type: 'code', children: [{ type: 'text', text: 'x' }] }) })).toMatchObject({ 'body.0.body': expect.stringContaining('use a paragraph') });
    expect(await published({ body: text({ type: 'paragraph', children: [{ type: 'text', text: ' ' }] }) })).toMatchObject({ 'body.0.body': expect.stringContaining('empty') });
  });

  it('has headings from level 2 that skip none, across the blocks of a page', async () => {
    const blocks = (...levels: number[]) => levels.flatMap(level => text(heading(level)));
    expect(await published({ body: blocks(2, 3, 2, 3, 4) })).toEqual({});
    expect(await published({ body: blocks(2, 4) })).toMatchObject({ 'body.1.body': expect.stringContaining('Use level 3') });
    expect(await published({ body: blocks(1) })).toHaveProperty(['body.0.body']);
  });

  it('is a list where readers go through it entry by entry', async () => {
    expect(await published({ keyTakeaways: list('a', 'b'), body: [block('block.list', { items: list('a') })] })).toEqual({});
    const faults = await published({ keyTakeaways: paragraphs('a'), body: [block('block.list', { items: paragraphs('a') })] });
    expect(Object.keys(faults)).toEqual(['keyTakeaways', 'body.0.items']);
  });
});

describe('a link', () => {
  it('leads to the web, a mailbox, a phone, or to a page that exists', async () => {
    await articles.create('ru', { ...article(), title: 'Цель', summary: 'Она есть.', slug: 'tsel' });
    const good = ['https://example.org/a', 'mailto:a@example.org', 'tel:+902120000000', '/articles/tsel', '/ru/articles/tsel', '/en/articles/tsel#part', '/costs?currency=USD', '/en', '/'];
    expect(await published({ slug: 'good-links', body: text(...good.map(link)) })).toEqual({});
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '//example.org', 'articles/tsel', '/articles/absent', '/de/articles/tsel', '/nowhere', 'http://'])(
    'may not be %s',
    async url => expect(Object.keys(await published({ body: text(link(url)) }))).toEqual([expect.stringMatching(/^body\.0\.body/)]),
  );

  it('may name the former address of a document', async () => {
    const id = await articles.create('en', article({ slug: 'former' }), 'published');
    await articles.save(id, 'en', { slug: 'present' }, 'published');
    expect(await published({ slug: 'to-former', body: text(link('/articles/former')) })).toEqual({});
  });
});

describe('a citation', () => {
  it('names a source that exists, in rich and in plain text', async () => {
    const citing = (key: string) => ({ summary: `Small trials [@${key}].`, body: text(...paragraphs(`So they say [@mesems-2021; @${key}].`)) });
    expect(await published(citing('mesems-2021'))).toEqual({});
    const faults = await published(citing('absent-2020'));
    expect(Object.keys(faults)).toEqual(['summary', 'body.0.body']);
    expect(faults['summary']).toBe('No source has the key “absent-2020”. Add the source, or correct the citation.');
    expect(await published(citing('mesems-2021, p. 3'))).toMatchObject({ summary: expect.stringContaining('is not a citation') });
  });
});

describe('a figure', () => {
  const cover = (data: Words) => published({ cover: { image, ...data }, slug: undefined });

  it('is described or marked as decoration, one of the two', async () => {
    expect(await cover({ alt: 'A calm wave' })).toEqual({});
    expect(await cover({ decorative: true })).toEqual({});
    expect(await cover({})).toMatchObject({ 'cover.alt': expect.stringContaining('Describe the picture') });
    expect(await cover({ alt: 'A wave', decorative: true })).toHaveProperty(['cover.alt']);
  });

  it('is not described by the title of the page, and has a picture', async () => {
    expect(await cover({ alt: ' living with IT ' })).toMatchObject({ 'cover.alt': expect.stringContaining('title of the page') });
    expect(await published({ cover: { alt: 'A calm wave' } })).toHaveProperty(['cover.image']);
  });
});

describe('words', () => {
  it('are in the letters of their language; names and short terms may be Latin', async () => {
    expect(await published({ title: 'Жизнь с болезнью' })).toMatchObject({ title: expect.stringContaining('not in Latin letters') });
    expect(await published({ cover: { image, alt: 'Иконка галочки' } })).toHaveProperty(['cover.alt']);
    const russian = { title: 'Жизнь с болезнью', summary: 'Что помогает.' };
    expect(await published({ ...russian, slug: 'a', summary: 'What helps, and what does not.' }, 'ru')).toHaveProperty(['summary']);
    expect(await published({ ...russian, slug: 'b', title: 'MESEMS 2021', body: [block('block.video', { title: 'EuroHSCT', videoId: 'abcdefgh' })] }, 'ru')).toEqual({});
  });

  it('are left out on purpose only in languages that there are', async () => {
    const hidden = (hiddenIn: string) => published({ slug: `hidden-${hiddenIn.length}`, body: [block('block.text', { body: paragraphs('x'), hiddenIn })] });
    expect(await hidden('ru')).toEqual({});
    expect(await hidden('ru, fr')).toMatchObject({ 'body.0.hiddenIn': expect.stringContaining('no locale “fr”') });
  });
});

describe('a claim', () => {
  it('has a source', async () => {
    expect(await published({ body: [block('evidence.claim', { claim: 'It helps.', grade: 'low' })] })).toHaveProperty(['body.0.source']);
  });
});
