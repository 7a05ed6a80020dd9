import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { signIn, type AdminFetch } from '../helpers/admin.ts';
import { startCms, type Cms } from '../helpers/cms.ts';
import { documentsOf, list, paragraphs, type Words } from '../helpers/content.ts';
import { faultsOf } from '../helpers/faults.ts';

let cms: Cms;
let admin: AdminFetch;
let articles: ReturnType<typeof documentsOf>;
let image: number;
let mesems: string;

beforeAll(async () => {
  cms = await startCms({ template: 'empty' });
  admin = await signIn(cms);
  articles = documentsOf(cms.strapi, 'api::article.article');
  const file = { name: 'a.png', hash: 'a', ext: '.png', mime: 'image/png', size: 1, url: '/a.png', provider: 'local' };
  image = (await cms.strapi.db.query('plugin::upload.file').create({ data: file })).id;
  mesems = await documentsOf(cms.strapi, 'api::source.source').create(undefined, { citationKey: 'mesems-2021', title: 'MESEMS', type: 'journal_article' });
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
    expect(bulk).toMatchObject({ status: 400, body: { error: { message: expect.stringMatching(/^“Living with it”: .* in the future/) } } });
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

  it('may not name the address of a document that is gone', async () => {
    const id = await articles.create('en', article({ slug: 'gone' }), 'published');
    await cms.strapi.documents('api::article.article').delete({ documentId: id, locale: '*' });
    expect(await published({ slug: 'to-gone', body: text(link('/articles/gone')) })).toHaveProperty(['body.0.body']);
  });

  it('may name the former address of a document', async () => {
    const id = await articles.create('en', article({ slug: 'former' }), 'published');
    await articles.save(id, 'en', { slug: 'present' }, 'published');
    expect(await published({ slug: 'to-former', body: text(link('/articles/former')) })).toEqual({});
  });
});

describe('a citation', () => {
  const claim = (data: Words) => [block('evidence.claim', { claim: 'It helps.', grade: 'low', source: mesems, ...data })];

  it('names a source that exists, in rich and in plain text', async () => {
    const citing = (key: string) => ({ body: [...claim({ contrary: `Small trials [@${key}].` }), ...text(...paragraphs(`So they say [@mesems-2021; @${key}].`))] });
    expect(await published(citing('mesems-2021'))).toEqual({});
    const faults = await published(citing('absent-2020'));
    expect(Object.keys(faults)).toEqual(['body.0.contrary', 'body.1.body']);
    expect(faults['body.1.body']).toBe('No source has the key “absent-2020”. Add the source, or correct the citation.');
  });

  it.each(['[@mesems-2021, p. 3]', '[@ mesems-2021]', '[@mesems-2021 ]', '[@mesems-2021 and so on', '[@mesems-2021; mesems-2021]', '[see @mesems-2021]', '[@Mesems-2021]', '[@]', '[ @mesems-2021]'])(
    'is not %s',
    async (words) => {
      const faults = await published({ body: [...text(...paragraphs(`They say ${words}`)), ...claim({ outcome: words })] });
      expect(faults).toEqual({ 'body.0.body': expect.stringContaining('is not a citation'), 'body.1.outcome': expect.stringContaining('is not a citation') });
    },
  );

  it('is written in one piece, outside of links', async () => {
    const inPieces = { type: 'paragraph', children: [{ type: 'text', text: 'They say [@mes' }, { type: 'text', text: 'ems-2021', bold: true }, { type: 'text', text: '].' }] };
    expect(await published({ body: text(inPieces) })).toEqual({ 'body.0.body': expect.stringContaining('is in pieces') });
    const inLink = { type: 'paragraph', children: [{ type: 'link', url: '/costs', children: [{ type: 'text', text: 'costs [@mesems-2021]' }] }] };
    expect(await published({ body: text(inLink) })).toEqual({ 'body.0.body': expect.stringContaining('cannot stand in a link') });
    expect(await published({ slug: 'mail', body: text(...paragraphs('Write [to a@example.org] or [somebody].')) })).toEqual({});
  });

  it('stands only where readers see it', async () => {
    const cite = 'So [@mesems-2021].';
    const faults = await published({
      title: cite, summary: cite, changeNote: cite, seo: { title: cite, description: cite }, cover: { image, alt: cite, caption: cite, credit: cite },
      body: [block('block.faq', { title: cite, items: [{ question: cite, answer: paragraphs(cite) }] }), block('block.call-to-action', { title: 'Ask us', text: cite })],
    });
    expect(Object.keys(faults).sort()).toEqual([
      'body.0.items.0.question', 'body.0.title', 'changeNote', 'cover.alt', 'cover.caption', 'cover.credit', 'seo.description', 'seo.title', 'summary', 'title',
    ]);
    expect(new Set(Object.values(faults).map(message => message.includes('not shown here')))).toEqual(new Set([true]));
    const review = { title: 'My way', displayName: 'Ada', moderationState: 'approved', consentReference: 'C-1', story: paragraphs(cite), quote: cite };
    expect(Object.keys(await faultsOf(() => documentsOf(cms.strapi, 'api::review.review').create('en', review, 'published'))).sort()).toEqual(['quote', 'story']);
  });
});

describe('a part', () => {
  it('that is nothing without a link has one, of a document that may be published later', async () => {
    const empty = [block('block.patient-story', {}), block('block.clinic-cards', { title: 'Clinics' }), block('block.cost-table', { title: 'Costs' })];
    expect(Object.keys(await published({ body: empty }))).toEqual(['body.0.review', 'body.1.clinics', 'body.2.treatment']);
    const clinic = await documentsOf(cms.strapi, 'api::clinic.clinic').create('en', { name: 'A clinic', summary: 'x', city: 'Izmir', country: 'TR' });
    expect(await published({ slug: 'cards', body: [block('block.clinic-cards', { clinics: [clinic] })] })).toEqual({});
  });

  it('may leave to its twin in the source what is not there in its language', async () => {
    const clinic = await documentsOf(cms.strapi, 'api::clinic.clinic').create('en', { name: 'Another clinic', summary: 'x', city: 'Izmir', country: 'TR' });
    const cards = (clinics: string[]) => ({ body: [block('block.clinic-cards', { key: 'cccccccc', clinics })] });
    const id = await articles.create('en', article({ slug: 'twins', ...cards([clinic]) }), 'published');
    const russian = { title: 'Жизнь с болезнью', summary: 'Что помогает.', slug: 'bliznetsy', ...cards([]) };
    expect(await faultsOf(() => articles.save(id, 'ru', russian, 'published'))).toEqual({});
    await articles.save(id, 'en', cards([]));
    expect(Object.keys(await faultsOf(() => articles.publish(id, 'en')))).toEqual(['body.0.clinics']);
    expect(Object.keys(await faultsOf(() => articles.publish(id, 'ru')))).toEqual(['body.0.clinics']);
  });

  it('shows something: no text is of spaces or of characters that nobody sees', async () => {
    const unseen = '\u00A0\u200B \u2060\uFEFF\u2800';
    const faults = await published({ title: unseen, slug: 'unseen', seo: { title: ' ' }, body: [block('block.faq', { items: [{ question: unseen, answer: paragraphs(unseen) }] })] });
    expect(Object.keys(faults).sort()).toEqual(['body.0.items.0.answer', 'body.0.items.0.question', 'seo.title', 'title']);
    expect(faults['title']).toContain('nothing to read');
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
    expect(await published({ title: 'Жизнь с болезнью' })).toEqual({ title: 'This is not in English: most of its letters are not Latin. Translate it.' });
    expect(await published({ cover: { image, alt: 'Иконка галочки' } })).toHaveProperty(['cover.alt']);
    const russian = { title: 'Жизнь с болезнью', summary: 'Что помогает.' };
    expect(await published({ ...russian, slug: 'a', summary: 'What helps, and what does not.' }, 'ru')).toHaveProperty(['summary']);
    expect(await published({ ...russian, slug: 'b', title: 'MESEMS 2021', body: [block('block.video', { title: 'EuroHSCT', videoId: 'abcdefgh' })] }, 'ru')).toEqual({});
  });

  it('are so everywhere: in short texts, in notes, and in each paragraph and list entry', async () => {
    const faults = await published({
      title: 'Жизнь с болезнью', summary: 'Что помогает.', slug: 'everywhere', seo: { description: 'What helps.' },
      body: [
        block('block.text', { body: paragraphs('Что помогает, а что нет.', 'What helps, and what does not [@mesems-2021].') }),
        block('block.list', { title: 'Who operates?', items: list('Кто оперирует?', 'Which implant?', 'University of Bristol', 'Who pays?') }),
        block('evidence.claim', { claim: 'Помогает.', grade: 'low', source: mesems, outcome: 'RR 0.94 (95 % CI 0.86–1.03)', contrary: 'Larger trials found nothing.' }),
      ],
    }, 'ru');
    expect(faults).toEqual({
      'seo.description': 'This is not in Russian: most of its letters are not Cyrillic. Translate it.',
      'body.0.body': '“What helps, and what does not.” is not in Russian: most of its letters are not Cyrillic. Translate it.',
      'body.1.title': expect.stringMatching(/^This is not in Russian/),
      'body.1.items': '“Which implant?” is not in Russian: most of its letters are not Cyrillic. Translate it. So it is in 1 more places here.',
      'body.2.contrary': expect.stringMatching(/^This is not in Russian/),
    });
  });

  it('are not still those of the source; names and short terms may be the same', async () => {
    const words = { slug: 'source', changeNote: 'University of Bristol', body: text(...paragraphs('Что помогает, а что нет, знают немногие.', 'University of Bristol')) };
    const id = await articles.create('ru', { ...article(words), title: 'Жизнь', summary: 'Что помогает.', sourceLocale: 'ru' });
    await articles.save(id, 'en', { title: 'Life', summary: 'What helps.', ...words });
    const faults = await faultsOf(() => articles.publish(id, 'en'));
    expect(faults).toEqual({ 'body.0.body': '“Что помогает, а что нет, знают немногие.” is still the Russian text. Translate it into English.' });
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

  it('says what its shares of people are of', async () => {
    const claim = (data: Words) => published({ slug: undefined, body: [block('evidence.claim', { claim: 'It helps.', grade: 'low', source: mesems, ...data })] });
    expect(await claim({ percent: 33, comparisonPercent: 0 })).toEqual({
      'body.0.percentLabel': expect.stringContaining('Say what the 33 % are of'),
      'body.0.comparisonLabel': expect.any(String),
    });
    expect(await claim({ percent: 33, percentLabel: 'improved with cells', comparisonPercent: 37, comparisonLabel: 'improved with salt water' })).toEqual({});
    expect(await claim({})).toEqual({});
  });
});
