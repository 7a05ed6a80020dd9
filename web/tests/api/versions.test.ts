import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startCms, type Cms } from '../../../cms/tests/helpers/cms';
import { documentsOf, paragraphs } from '../../../cms/tests/helpers/content';
import type { ArticleCard, ArticlePage } from '../../shared/views/article';
import type { Moved, Paged } from '../../shared/views/page';
import type { PersonPage } from '../../shared/views/person';
import { startSite, type Site } from './site';

let cms: Cms;
let site: Site;
let articles: ReturnType<typeof documentsOf>;

beforeAll(async () => {
  cms = await startCms({ template: 'empty' });
  process.env.CMS_URL = cms.url;
  site = await startSite();
  articles = documentsOf(cms.strapi, 'api::article.article');
});

afterAll(async () => {
  await site.stop();
  await cms.stop();
});

const article = (locale: string, slug: string) => site.view<ArticlePage>(`/api/articles/${slug}?locale=${locale}`);
const status = async (locale: string, slug: string) => (await site.get(`/api/articles/${slug}?locale=${locale}`)).status;
const words = (title: string, slug: string) => ({ title, slug, summary: /\p{Script=Cyrillic}/u.test(title) ? 'О чём это.' : 'What it says.' });
const text = (key: string, ...said: string[]) => ({ __component: 'block.text', key, body: paragraphs(...said) });
const faq = (...questions: string[]) => ({
  __component: 'block.faq', key: 'faqfaqfa', title: 'Questions', items: questions.map(key => ({ key, question: `Question ${key}`, answer: paragraphs('Answer.') })),
});
const blocksOf = (page: ArticlePage) => page.blocks.map(block => `${block.key} ${block.lang ?? '-'}`);

test('an article about no treatment and no condition offers nothing as related', async () => {
  await articles.create('en', words('Alone', 'alone'), 'published');
  await articles.create('en', words('Another', 'another'), 'published');
  expect((await article('en', 'alone')).related).toEqual([]);
});

test('a version names its medical reviewer once it was signed, whoever is to review it', async () => {
  const people = documentsOf(cms.strapi, 'api::person.person');
  const reviewer = await people.create('en', { name: 'Ada Demir', slug: 'ada-signs', role: 'Neurologist' }, 'published');
  const id = await articles.create('en', { ...words('To sign', 'to-sign'), medicalReviewer: reviewer }, 'published');
  const reviewed = async () => (await site.view<PersonPage>('/api/people/ada-signs?locale=en')).reviewed.map(({ title }) => title);
  expect(await article('en', 'to-sign')).toMatchObject({ medicalReviewer: null, reviewedOn: null });
  expect(await reviewed()).toEqual([]);

  await articles.save(id, 'en', { reviewedOn: '2026-10-01', reviewDueOn: '2027-10-01' }, 'published');
  expect(await article('en', 'to-sign')).toMatchObject({ medicalReviewer: { name: 'Ada Demir' }, reviewedOn: '2026-10-01' });
  expect(await reviewed()).toEqual(['To sign']);
});

describe('a partly translated article', () => {
  let id: string;

  beforeAll(async () => {
    id = await articles.create('en', { ...words('Partly', 'partly'), body: [text('aaaaaaaa', 'One'), text('bbbbbbbb', 'Two'), faq('q1q1q1q1', 'q2q2q2q2')] }, 'published');
    await articles.save(id, 'ru', { ...words('Отчасти', 'otchasti'), body: [text('aaaaaaaa', 'Раз'), faq('q1q1q1q1')] }, 'published');
  });

  test('borrows what it lacks from its source, marked with its language', async () => {
    const page = await article('ru', 'otchasti');
    expect(page).toMatchObject({ locale: 'ru', contentLocale: 'ru', title: 'Отчасти' });
    expect(blocksOf(page)).toEqual(['aaaaaaaa -', 'bbbbbbbb en', 'faqfaqfa -']);
    const questions = page.blocks.flatMap(block => (block.type === 'block.faq' ? block.items : []));
    expect(questions.map(({ key, lang }) => `${key} ${lang ?? '-'}`)).toEqual(['q1q1q1q1 -', 'q2q2q2q2 en']);
  });

  test('leaves out what its source hides from it', async () => {
    const body = [text('aaaaaaaa', 'One'), { ...text('bbbbbbbb', 'Two'), hiddenIn: 'ru' }, faq('q1q1q1q1')];
    await articles.save(id, 'en', { body }, 'published');
    expect(blocksOf(await article('ru', 'otchasti'))).toEqual(['aaaaaaaa -', 'faqfaqfa -']);
    expect(blocksOf(await article('en', 'partly'))).toEqual(['aaaaaaaa -', 'bbbbbbbb -', 'faqfaqfa -']);
  });

  test('does not borrow from a draft', async () => {
    await articles.save(id, 'en', { body: [text('aaaaaaaa', 'One'), text('dddddddd', 'Secret')] });
    expect(JSON.stringify(await article('ru', 'otchasti'))).not.toContain('Secret');
  });
});

describe('an article without a version in the reader’s language', () => {
  test('is shown in its source’s words under its source’s slug, outside the lists, until there is one', async () => {
    const id = await articles.create('en', { ...words('Untranslated', 'untranslated'), body: [text('aaaaaaaa', 'Words')] }, 'published');
    const page = await article('ru', 'untranslated');
    expect(page).toMatchObject({ locale: 'ru', contentLocale: 'en', path: '/ru/articles/untranslated', title: 'Untranslated' });
    expect(blocksOf(page)).toEqual(['aaaaaaaa -']);
    expect(page.languages).toEqual([
      { locale: 'en', path: '/en/articles/untranslated', published: true },
      { locale: 'ru', path: '/ru/articles/untranslated', published: false },
    ]);
    const listed = async () => (await site.view<Paged<ArticleCard>>('/api/articles?locale=ru')).items.map(card => card.documentId);
    expect(await listed()).not.toContain(id);

    await articles.save(id, 'ru', words('Переведено', 'perevedeno'), 'published');
    expect(await article('ru', 'untranslated')).toEqual({ movedTo: '/ru/articles/perevedeno' });
    expect(await listed()).toContain(id);
  });

  test('may have been written in another language than the first', async () => {
    await articles.create('ru', { ...words('По-русски', 'po-russki'), sourceLocale: 'ru' }, 'published');
    expect(await article('en', 'po-russki')).toMatchObject({ contentLocale: 'ru', path: '/en/articles/po-russki' });
  });
});

describe('an address that was', () => {
  test('moves when its slug changes, from every language, and is gone when the document is', async () => {
    const id = await articles.create('en', words('Old', 'old-address'), 'published');
    await articles.save(id, 'en', { slug: 'new-address' }, 'published');
    expect(await site.view<Moved>('/api/articles/old-address?locale=en')).toEqual({ movedTo: '/en/articles/new-address' });
    expect(await site.view<Moved>('/api/articles/old-address?locale=ru')).toEqual({ movedTo: '/ru/articles/new-address' });
    const misspelt = await site.get('/EN/articles/old-address/?from=letter');
    expect([misspelt.status, misspelt.headers.get('location'), misspelt.headers.get('cache-control')]).toEqual([301, '/en/articles/new-address?from=letter', 'no-cache']);

    await cms.strapi.documents('api::article.article').unpublish({ documentId: id, locale: 'en' });
    expect([await status('en', 'old-address'), await status('en', 'new-address'), await status('en', 'never-there')]).toEqual([410, 410, 404]);
  });
});

describe('links in a text', () => {
  test('lead to the present address in the page’s language, however they were typed', async () => {
    const id = await articles.create('en', words('Target', 'target-old'), 'published');
    await articles.save(id, 'ru', words('Цель', 'tsel'), 'published');
    await articles.save(id, 'en', { slug: 'target' }, 'published');
    const link = (label: string) => (url: string) => ({ type: 'link', url, children: [{ type: 'text', text: label }] });
    const typed = ['/articles/target', '/ru/articles/tsel#costs', '/en/articles/target-old', '/costs?country=TR', 'https://example.org/'];
    const bodyOf = (label: string) => [{ __component: 'block.text', key: 'aaaaaaaa', body: [{ type: 'paragraph', children: typed.map(link(label)) }] }];
    const from = await articles.create('en', { ...words('From', 'from'), body: bodyOf('there') }, 'published');
    await articles.save(from, 'ru', { ...words('Откуда', 'otkuda'), body: bodyOf('туда') }, 'published');
    const hrefs = async (locale: string, slug: string) => JSON.stringify(await article(locale, slug)).match(/(?<="href":")[^"]+/g);
    expect(await hrefs('en', 'from')).toEqual(['/en/articles/target', '/en/articles/target#costs', '/en/articles/target', '/en/costs?country=TR', 'https://example.org/']);
    expect(await hrefs('ru', 'otkuda')).toEqual(['/ru/articles/tsel', '/ru/articles/tsel#costs', '/ru/articles/tsel', '/ru/costs?country=TR', 'https://example.org/']);

    await cms.strapi.documents('api::article.article').unpublish({ documentId: id, locale: '*' });
    expect(await hrefs('en', 'from')).toEqual(['/en/costs?country=TR', 'https://example.org/']);
  });
});

describe('links to documents that share a slug', () => {
  test('lead where their locale says, also after a change of address', async () => {
    const english = await articles.create('en', words('Shared', 'shared'), 'published');
    const russian = await articles.create('ru', { ...words('Общее', 'obshchee'), sourceLocale: 'ru' }, 'published');
    const link = (url: string) => ({ type: 'link', url, children: [{ type: 'text', text: url }] });
    const typed = ['/ru/articles/shared#r', '/en/articles/shared#e', '/articles/shared#own'];
    const body = [{ __component: 'block.text', key: 'aaaaaaaa', body: [{ type: 'paragraph', children: typed.map(link) }] }];
    await articles.create('en', { ...words('Pointing', 'pointing'), body }, 'published');
    await articles.save(english, 'ru', words('Английское', 'angliyskoe'), 'published');
    await articles.save(russian, 'en', words('Russian', 'russian'), 'published');
    // Written past the rule that keeps slugs apart, as data older than the rule is.
    await cms.strapi.db.query('api::article.article').updateMany({ where: { documentId: russian, locale: 'ru' }, data: { slug: 'shared' } });
    const hrefs = async () => JSON.stringify(await article('en', 'pointing')).match(/(?<="href":")[^"]+/g);
    expect(await hrefs()).toEqual(['/en/articles/russian#r', '/en/articles/shared#e', '/en/articles/shared#own']);

    await articles.save(english, 'en', { slug: 'was-english' }, 'published');
    await articles.save(russian, 'ru', { slug: 'was-russian' }, 'published');
    expect(await hrefs()).toEqual(['/en/articles/russian#r', '/en/articles/was-english#e', '/en/articles/was-english#own']);
  });
});

describe('related articles', () => {
  test('are those that an editor chose, else those on the same condition', async () => {
    const conditions = documentsOf(cms.strapi, 'api::condition.condition');
    const shared = await conditions.create('en', { name: 'Sclerosis', slug: 'sclerosis', summary: 'What it is.' }, 'published');
    const one = await articles.create('en', { ...words('Same one', 'same-one'), conditions: [shared] }, 'published');
    const two = await articles.create('en', { ...words('Same two', 'same-two'), conditions: [shared] }, 'published');
    const other = await articles.create('en', words('Another matter', 'another-matter'), 'published');
    const related = async () => (await article('en', 'same-one')).related.map(card => card.documentId);
    expect(await related()).toEqual([two]);
    await articles.save(one, 'en', { related: [other] }, 'published');
    expect(await related()).toEqual([other]);
  });
});

describe('facts', () => {
  test('of documents that are not there in the language are told in the other, and say so', async () => {
    const people = documentsOf(cms.strapi, 'api::person.person');
    const clinics = documentsOf(cms.strapi, 'api::clinic.clinic');
    const author = await people.create('en', { name: 'Ada Demir', slug: 'ada-demir', role: 'Editor' }, 'published');
    const clinic = await clinics.create('en', { name: 'Bay', slug: 'bay', summary: 'At the bay.', city: 'Izmir', country: 'TR' }, 'published');
    const cards = (...named: string[]) => ({ __component: 'block.clinic-cards', key: 'cccccccc', title: 'Clinics', clinics: named });
    const id = await articles.create('en', { ...words('Facts', 'facts'), author, body: [cards(clinic)] }, 'published');
    await articles.save(id, 'ru', { ...words('Факты', 'fakty'), body: [cards()] }, 'published');
    const page = await article('ru', 'fakty');
    expect(page.author).toMatchObject({ name: 'Ada Demir', lang: 'en', path: '/ru/people/ada-demir' });
    expect(page.blocks.flatMap(block => (block.type === 'block.clinic-cards' ? block.clinics : []))).toMatchObject([{ name: 'Bay', lang: 'en', path: '/ru/clinics/bay' }]);
  });
});

describe('a site without settings in a language', () => {
  test('uses those of the first, and says so', async () => {
    expect((await site.get('/api/site?locale=ru')).status).toBe(404);
    const settings = documentsOf(cms.strapi, 'api::site.site');
    const links = [{ key: 'aaaaaaaa', label: 'Articles', href: '/articles' }, { key: 'bbbbbbbb', label: 'Elsewhere', href: 'https://example.org/' }];
    await settings.create('en', { brand: 'P', tagline: 'T', disclaimer: 'D', referenceCurrency: 'EUR', timeZone: 'Europe/Istanbul', navigation: links }, 'published');
    expect(await site.view('/api/site?locale=ru')).toMatchObject({
      locale: 'ru',
      lang: 'en',
      navigation: [{ label: 'Articles', href: '/ru/articles', external: false }, { label: 'Elsewhere', href: 'https://example.org/', external: true }],
    });
  });
});

describe('what search engines and feed readers are given', () => {
  const answer = async (path: string) => {
    const response = await site.get(path);
    return { status: response.status, location: response.headers.get('location'), text: await response.text() };
  };

  test('names the versions that are published, and dates that somebody stated', async () => {
    const id = await articles.create('en', { ...words('Listed', 'listed'), changedOn: '2026-02-01', changeNote: 'New.', reviewedOn: '2026-01-01' }, 'published');
    const before = await answer('/en/sitemap.xml');
    expect(before.text).toMatch(/listed<\/loc>\s*<lastmod>2026-02-01<\/lastmod>/);
    expect((await answer('/ru/sitemap.xml')).text).not.toContain('listed');

    await articles.save(id, 'ru', words('В списке', 'v-spiske'), 'published');
    expect((await answer('/en/sitemap.xml')).text).toMatch(/hreflang="ru" href="[^"]+\/ru\/articles\/v-spiske"/);
    const russian = (await answer('/ru/sitemap.xml')).text;
    expect(russian).toMatch(/v-spiske<\/loc>\s*<xhtml:link/);
    expect(russian).toMatch(/hreflang="x-default" href="[^"]+\/en\/articles\/listed"/);
  });

  test('brings the articles on a treatment, under its present slug, in a language that it is told in', async () => {
    const treatments = documentsOf(cms.strapi, 'api::treatment.treatment');
    const treatment = await treatments.create('en', { name: 'Graft', slug: 'graft-old', specialty: 'Surgery', summary: 'What it is.' }, 'published');
    await treatments.save(treatment, 'en', { slug: 'graft' }, 'published');
    await articles.create('en', { ...words('On grafts', 'on-grafts'), treatments: [treatment], reviewedOn: '2026-03-01' }, 'published');
    await articles.create('en', words('On other things', 'on-other-things'), 'published');

    const { text } = await answer('/en/treatments/graft/feed.xml');
    expect(text).toContain('<title>Graft · P</title>');
    expect(text).toContain('On grafts');
    expect(text).toContain('<updated>2026-03-01T00:00:00.000Z</updated>');
    expect(text).not.toContain('On other things');
    expect((await answer('/en/feed.xml')).text).toContain('On other things');

    expect(await answer('/en/treatments/graft-old/feed.xml')).toMatchObject({ status: 301, location: '/en/treatments/graft/feed.xml' });
    expect((await answer('/ru/treatments/graft/feed.xml')).status).toBe(404);
  });
});
