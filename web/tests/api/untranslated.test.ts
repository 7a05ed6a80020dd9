import { afterAll, beforeAll, expect, test } from 'vitest';

import { startCms, type Cms } from '../../../cms/tests/helpers/cms';
import { documentsOf, paragraphs, type Words } from '../../../cms/tests/helpers/content';
import type { ArticlePage } from '../../shared/views/article';
import { startSite, type Site } from './site';

let cms: Cms;
let site: Site;
let page: ArticlePage;

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** An article in English alone; all that it leads to is there in Russian too, where readers count in roubles. */
beforeAll(async () => {
  cms = await startCms({ template: 'empty' });
  process.env.CMS_URL = cms.url;
  site = await startSite();
  const both = async (uid: Parameters<typeof documentsOf>[1], english: Words, russian: Words) => {
    const documents = documentsOf(cms.strapi, uid);
    const id = await documents.create('en', english, 'published');
    await documents.save(id, 'ru', russian, 'published');
    return id;
  };
  const rates = documentsOf(cms.strapi, 'api::exchange-rate.exchange-rate');
  await rates.create(undefined, { date: daysAgo(1), rates: { USD: 1.16 }, publisher: 'A central bank' });
  await rates.create(undefined, { date: daysAgo(20), rates: { RUB: 90, USD: 2 }, publisher: 'A bank' });
  const settings = { brand: 'P', disclaimer: 'D', timeZone: 'Europe/Istanbul' };
  await both('api::site.site', { ...settings, tagline: 'T', referenceCurrency: 'EUR' }, { ...settings, tagline: 'Т', referenceCurrency: 'RUB' });
  const treatment = await both('api::treatment.treatment',
    { name: 'Transplant', slug: 'transplant', specialty: 'Neurology', summary: 'What it is.', evidenceSummary: 'Some.' },
    { name: 'Трансплантация', slug: 'transplantatsiya', specialty: 'Неврология', summary: 'Что это.', evidenceSummary: 'Есть.' });
  const author = await both('api::person.person', { name: 'Ada Demir', slug: 'ada', role: 'Editor' }, { name: 'Ада Демир', slug: 'ada-ru', role: 'Редактор' });
  const clinic = await both('api::clinic.clinic',
    { name: 'Bay', slug: 'bay', summary: 'At the bay.', city: 'Izmir', country: 'TR' },
    { name: 'Бухта', slug: 'buhta', summary: 'У залива.', city: 'Измир', country: 'TR' });
  const source = await documentsOf(cms.strapi, 'api::source.source').create(undefined, { citationKey: 'prices', title: 'Prices', type: 'price_list' });
  await documentsOf(cms.strapi, 'api::cost-entry.cost-entry')
    .create(undefined, { reference: 'one', treatment, source, country: 'TR', amountFrom: 1000, currency: 'EUR', asOf: '2026-01-02' }, 'published');
  await documentsOf(cms.strapi, 'api::article.article').create('en', {
    title: 'Only English', slug: 'only-english', summary: 'A lead.', author, treatments: [treatment],
    body: [
      { __component: 'block.text', key: 'aaaaaaaa', body: [{ type: 'heading', level: 2, children: [{ type: 'text', text: 'A heading' }] }, ...paragraphs('Words.')] },
      { __component: 'block.clinic-cards', key: 'bbbbbbbb', title: 'Clinics', clinics: [clinic] },
      { __component: 'block.cost-table', key: 'cccccccc', title: 'Costs', treatment },
    ],
  }, 'published');
  page = await site.view<ArticlePage>('/api/articles/only-english?locale=ru');
});

afterAll(async () => {
  await site.stop();
  await cms.stop();
});

test('around an article that is not translated the reader finds their own language and currency', () => {
  expect(page).toMatchObject({ locale: 'ru', contentLocale: 'en', title: 'Only English' });
  expect(page.author).toMatchObject({ name: 'Ада Демир', lang: null, path: '/ru/people/ada-ru' });
  expect(page.specialty).toEqual({ label: 'Неврология', lang: null });
  expect(page.treatments).toMatchObject([{
    label: 'Трансплантация', lang: null, path: '/ru/treatments/transplantatsiya', evidence: 'Есть.',
    from: { amount: { from: 90000, currency: 'RUB' }, approximate: true },
  }]);
});

test('newer rates without the reader’s currency do not take its sums away', () => {
  expect(page.rate).toEqual({ currency: 'RUB', sources: [{ date: daysAgo(20), publisher: 'A bank', url: null, fictitious: false, currencies: ['RUB'] }] });
});

test('its headings say in the contents that they are in another language', () => {
  expect(page.contents).toEqual([{ id: 'a-heading', label: 'A heading', level: 2, lang: 'en' }]);
});

test('its blocks stay whole in its own language, with links and sums for the reader', () => {
  const [, cards, costs] = page.blocks;
  expect(cards).toMatchObject({ clinics: [{ name: 'Bay', lang: null, path: '/ru/clinics/buhta' }] });
  expect(costs).toMatchObject({ rows: [{ treatment: { label: 'Transplant', path: '/ru/treatments/transplantatsiya' }, converted: { currency: 'RUB' } }], comparePath: '/ru/costs?treatment=transplantatsiya' });
});
