import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { signIn, type AdminFetch } from '../helpers/admin.ts';
import { startCms, type Cms } from '../helpers/cms.ts';
import { documentsOf, paragraphs, type Words } from '../helpers/content.ts';

let cms: Cms;
let admin: AdminFetch;
let articles: ReturnType<typeof documentsOf>;

beforeAll(async () => {
  cms = await startCms({ template: 'empty' });
  admin = await signIn(cms);
  articles = documentsOf(cms.strapi, 'api::article.article');
});
afterAll(() => cms.stop());

const path = '/content-manager/collection-types/api::article.article';
const english = { title: 'Knee replacement', summary: 'What to ask, and what it costs.', reviewedOn: '2026-10-01', reviewDueOn: '2027-10-01', changeNote: 'New prices.', changedOn: '2026-10-02' };
const russian = { ...english, title: 'Замена коленного сустава', summary: 'О чём спросить.', changeNote: 'Новые цены.', slug: '' };
const publish = (id: string, locale: string, body: Words) => admin(`${path}/${id}/actions/publish?locale=${locale}`, { body });
const read = async (id: string, locale: string) => (await articles.read(id, locale, 'draft', ['body']));

describe('a version that is refused when it is first published', () => {
  it('is saved as a draft, so that nothing typed is lost', async () => {
    const id = await articles.create('en', english);
    const faulty = { ...russian, summary: english.summary, body: [{ __component: 'block.text', body: paragraphs('Что помогает.') }] };
    expect(await publish(id, 'ru', faulty)).toMatchObject({ status: 400, body: { error: { details: { errors: [{ path: ['summary'] }] } } } });
    expect(await read(id, 'ru')).toMatchObject({ title: russian.title, slug: 'zamena-kolennogo-sustava', body: [{ body: paragraphs('Что помогает.') }] });
    await expect(articles.read(id, 'ru', 'published')).rejects.toThrow('no published version');
    expect(await publish(id, 'ru', russian)).toMatchObject({ status: 200 });
  });

  it('is so in the site’s settings too', async () => {
    const site = { brand: 'Polyclinic', tagline: 'Care abroad', disclaimer: 'No advice.', referenceCurrency: 'EUR', timeZone: 'Europe/Byzantium', locale: 'en' };
    const answer = await admin('/content-manager/single-types/api::site.site/actions/publish?locale=en', { body: site });
    expect(answer).toMatchObject({ status: 400, body: { error: { message: expect.stringMatching(/^Time zone: “Europe\/Byzantium” is not a time zone/) } } });
    expect(await cms.strapi.documents('api::site.site').findFirst({ locale: 'en' })).toMatchObject({ tagline: 'Care abroad' });
  });

  it('is not saved when it is a new document: its form is still open, and would make a second one', async () => {
    const before = await cms.strapi.documents('api::article.article').count({});
    expect(await admin(`${path}/actions/publish?locale=en`, { body: { title: 'Новая', summary: 'x' } })).toMatchObject({ status: 400 });
    expect(await cms.strapi.documents('api::article.article').count({})).toBe(before);
  });
});

describe('a language that is filled in from another', () => {
  it('does not state the other’s review, nor its change in the other’s words', async () => {
    const id = await articles.create('en', english, 'published');
    expect(await publish(id, 'ru', { ...russian, changeNote: english.changeNote })).toMatchObject({ status: 200 });
    expect(await articles.read(id, 'ru', 'published')).toMatchObject({ reviewedOn: null, reviewDueOn: null, changeNote: null, changedOn: null });
    expect(await publish(id, 'ru', { reviewedOn: english.reviewedOn })).toMatchObject({ status: 200 });
    expect(await articles.read(id, 'ru', 'published')).toMatchObject({ reviewedOn: english.reviewedOn });
  });

  it('keeps a change that was translated, and a review of its own', async () => {
    const id = await articles.create('en', { ...english, slug: 'own-review' });
    await admin(`${path}/${id}?locale=ru`, { method: 'PUT', body: { ...russian, reviewedOn: '2026-10-03' } });
    expect(await read(id, 'ru')).toMatchObject({ reviewedOn: '2026-10-03', reviewDueOn: english.reviewDueOn, changeNote: 'Новые цены.', changedOn: english.changedOn });
  });
});

describe('a refusal', () => {
  it('names the places as the form does, and says the same of several at once', async () => {
    const id = await articles.create('en', { ...english, slug: 'places' });
    const body = [
      { __component: 'block.list', title: 'Кто оперирует?', items: paragraphs('Who operates?') },
      { __component: 'block.faq', title: 'Вопросы', items: [{ question: 'Кто?', answer: paragraphs('Nobody.') }] },
    ];
    expect(await publish(id, 'en', { ...english, body, sourceLocale: 'fr' })).toMatchObject({
      body: { error: { message: [
        '5 things must be mended first.',
        '(1) Source locale: The site has no locale “fr”. It has: en, ru.',
        '(2) Body 1 (List), items: This may hold only a list. Turn the paragraphs into list entries.',
        '(3) Body 1 (List), title; Body 2 (Questions and answers), title; Body 2 (Questions and answers), items 1, question: This is not in English: most of its letters are not Latin. Translate it.',
      ].join(' ') } },
    });
  });

  it('says what the form of a value is, together with all other faults', async () => {
    const id = await articles.create('en', { ...english, slug: 'forms' });
    const { body } = await publish(id, 'en', { ...english, reviewedOn: '2999-01-01', body: [{ __component: 'block.video', title: 'A film', provider: 'youtube', videoId: '?' }] });
    expect(body).toMatchObject({ error: { details: { errors: expect.arrayContaining([
      expect.objectContaining({ path: ['body', '0', 'videoId'], message: expect.stringMatching(/^This is not in the right form. The identifier .* such as dQw4w9WgXcQ/) }),
      expect.objectContaining({ path: ['reviewedOn'] }),
    ]) } } });
    const source = await admin('/content-manager/collection-types/api::source.source', { body: { citationKey: 'a-b', title: 'T', type: 'book', pmid: 'x' } });
    expect(source).toMatchObject({ status: 400, body: { error: { message: 'PubMed number: This is not in the right form. PubMed number, such as 33275119.' } } });
  });
});

describe('what is typed or pasted', () => {
  it('is brought into its form on save', async () => {
    const source = { citationKey: 'MESEMS 2021', title: 'MESEMS', type: 'journal_article', doi: 'https://doi.org/10.1016/S1474-4422(21)00301-X', pmid: 'PMID: 33275119', trialRegistration: 'nct01854957', url: 'example.org/report' };
    expect(await admin('/content-manager/collection-types/api::source.source', { body: source })).toMatchObject({
      body: { data: { citationKey: 'mesems-2021', doi: '10.1016/S1474-4422(21)00301-X', pmid: '33275119', trialRegistration: 'NCT01854957', url: 'https://example.org/report' } },
    });
    const video = (videoId: string) => ({ __component: 'block.video', title: 'A film', provider: 'youtube', videoId, hiddenIn: 'RU' });
    const addresses = ['https://www.youtube.com/watch?t=3&v=dQw4w9WgXcQ', 'https://youtu.be/dQw4w9WgXcQ?si=x', 'https://vimeo.com/76979871'];
    const id = await articles.create('en', { ...english, slug: 'tidy', body: addresses.map(video) });
    expect((await read(id, 'en'))['body']).toMatchObject([
      { videoId: 'dQw4w9WgXcQ', hiddenIn: 'ru' }, { videoId: 'dQw4w9WgXcQ', provider: 'youtube' }, { videoId: '76979871', provider: 'vimeo' },
    ]);
    const clinic = { name: 'A clinic', summary: 'x', city: 'Izmir', country: 'tr', languagesSpoken: 'TR; en' };
    expect(await admin('/content-manager/collection-types/api::clinic.clinic?locale=en', { body: clinic })).toMatchObject({ body: { data: { country: 'TR', languagesSpoken: 'tr, en' } } });
  });
});

it('the forms leave it to the server what it puts right, and offer all blocks in one group', async () => {
  const { body } = await admin('/content-manager/init') as { body: { data: { contentTypes: Schema[]; components: Schema[] } } };
  const named = (uid: string) => [...body.data.contentTypes, ...body.data.components].find(schema => schema.uid === uid);
  expect(named('api::article.article')?.attributes['slug']).toMatchObject({ required: false, regex: expect.any(String) });
  expect(named('block.video')?.attributes['videoId']).toMatchObject({ required: true });
  expect(named('block.video')?.attributes['videoId']).not.toHaveProperty('regex');
  expect(['shared.figure', 'evidence.claim', 'block.text', 'shared.seo'].map(uid => named(uid)?.category)).toEqual(['block', 'block', 'block', 'shared']);
});

interface Schema {
  uid: string;
  category?: string;
  attributes: Record<string, object>;
}
