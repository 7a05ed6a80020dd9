import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startCms, type Cms } from '../../../cms/tests/helpers/cms';
import { documentsOf, type Words } from '../../../cms/tests/helpers/content';
import { localeCodes } from '../../shared/locales';
import type { ArticlePage } from '../../shared/views/article';
import type { ClinicsView } from '../../shared/views/clinic';
import type { CostRow, CostsView } from '../../shared/views/cost';
import type { Paged } from '../../shared/views/page';
import type { QuestionSheet } from '../../shared/views/question-sheet';
import type { ReviewsView } from '../../shared/views/review';
import type { TreatmentCard, TreatmentPage } from '../../shared/views/treatment';
import { startSite, type Site } from './site';

let cms: Cms;
let site: Site;
let knee: string;
let source: string;

const MONTH = 30.5 * 24 * 60 * 60 * 1000;
const monthsAgo = (months: number) => new Date(Date.now() - months * MONTH).toISOString().slice(0, 10);
const costs = (query = '', locale = 'en') => site.view<CostsView>(`/api/costs?locale=${locale}${query}`);

async function addPrice(price: Words): Promise<string> {
  return documentsOf(cms.strapi, 'api::cost-entry.cost-entry').create(undefined, { country: 'AT', currency: 'EUR', treatment: knee, source, ...price }, 'published');
}

beforeAll(async () => {
  cms = await startCms();
  process.env.CMS_URL = cms.url;
  site = await startSite();
  const [first] = (await costs('&treatment=knee-replacement')).rows;
  knee = first?.treatment?.documentId ?? '';
  source = (await cms.strapi.documents('api::source.source').findFirst({}))?.documentId ?? '';
});

afterAll(async () => {
  await site.stop();
  await cms.stop();
});

describe('a price too old to compare', () => {
  let withdrawn: string;
  let stale: string;

  beforeAll(async () => {
    withdrawn = await addPrice({ reference: 'knee-at-old', amountFrom: 100, amountTo: 200, asOf: monthsAgo(40) });
    stale = await addPrice({ reference: 'knee-at-stale', amountFrom: 300, amountTo: 400, asOf: monthsAgo(20) });
  });

  test('is listed without a conversion, and is in no range, while a stale one is, and says so', async () => {
    const view = await costs('&treatment=knee-replacement');
    expect(view.withdrawn.map(({ documentId, converted, age }) => [documentId, converted, age.state])).toEqual([[withdrawn, null, 'withdrawn']]);
    expect(view.rows[0]).toMatchObject({ documentId: stale, age: { state: 'stale', count: 20, unit: 'month' } });
    expect(view.ranges[0]).toMatchObject({ range: { amount: { from: 300 } }, lowest: { country: 'AT', age: { state: 'stale' } } });
    expect(view.ranges[0]?.countries.find(({ country }) => country === 'AT')?.range).toEqual({
      amount: { from: 300, to: 400, currency: 'EUR' }, open: false, approximate: false, prices: 1,
    });
  });

  test('is on no other page; and an article, which names no date, gives the lowest price that is current', async () => {
    const treatments = await site.view<Paged<TreatmentCard>>('/api/treatments?locale=en');
    const path = treatments.items.find(({ documentId }) => documentId === knee)?.path ?? '';
    const page = await site.view<TreatmentPage>(`/api/${path.slice(4)}?locale=en`);
    expect(page.costs.map(row => row.documentId)).toContain(stale);
    expect(page.costs.map(row => row.documentId)).not.toContain(withdrawn);
    expect(page.articles.length).toBeGreaterThan(0);
    const from: unknown[] = [];
    for (const card of page.articles) {
      const { treatments: told } = await site.view<ArticlePage>(`/api/${card.path.slice(4)}?locale=en`);
      from.push(...told.filter(({ documentId }) => documentId === knee).map(glance => glance.from?.amount.from));
    }
    expect(from.length).toBeGreaterThan(0);
    const current = page.costs.filter(({ age }) => age.state === 'current').map(({ converted }) => converted?.from ?? Infinity);
    expect(new Set(from)).toEqual(new Set([Math.min(...current)]));
  });
});

describe('the file of prices', () => {
  test.each(localeCodes)('holds in %s what the page shows for the same choices, in its order', async (locale) => {
    const [{ slug } = { slug: '' }] = (await costs('', locale)).treatments;
    const view = await costs(`&treatment=${slug}&currency=USD&sort=-price`, locale);
    expect(view.csvPath).toBe(`/${locale}/costs.csv?treatment=${slug}&currency=USD&sort=-price`);
    // A choice goes along into another language, even where it is the own one of this; what was not chosen does not.
    const otherwise = async (query: string) => (await costs(query, locale)).languages.find(language => language.locale !== locale)?.path;
    expect(await otherwise(`&currency=${view.currency}`)).toContain('currency=USD');
    const { currency: own } = await costs('', locale);
    expect(await otherwise('')).not.toContain('currency');
    expect(await otherwise(`&currency=${own}`)).toContain(`currency=${own}`);
    const response = await site.get(view.csvPath);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toMatch(new RegExp(`^attachment; filename="costs-${locale}-\\d{4}-\\d\\d-\\d\\d\\.csv"$`));
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xEF, 0xBB, 0xBF]);
    const [, ...lines] = new TextDecoder().decode(bytes).trimEnd().split('\r\n');
    const shown = [...view.rows, ...view.withdrawn];
    expect(lines).toHaveLength(shown.length);
    lines.forEach((line, index) => expect(line).toContain(factsOf(shown[index])));
    expect(lines.every(line => line.includes('https://'))).toBe(true);
  });

  test('is not there in a language that the site does not have', async () => {
    expect((await site.get('/xx/costs.csv')).status).toBe(404);
  });
});

/** The sums of a line as the file has them. */
function factsOf(row: CostRow | undefined): string {
  return [row?.original.from, row?.original.to ?? '', row?.original.currency, row?.converted?.from ?? '', row?.converted?.to ?? ''].join(',');
}

describe('reviews', () => {
  test.each(localeCodes)('in %s are counted by how they were verified, and filtered by it', async (locale) => {
    const all = await site.view<ReviewsView>(`/api/reviews?locale=${locale}`);
    expect(all.counts.length).toBeGreaterThan(2);
    expect(all.counts.reduce((sum, { count }) => sum + count, 0)).toBe(all.total);
    for (const { verification, count, path } of all.counts) {
      expect(path).toBe(`/${locale}/reviews?verification=${verification}`);
      const some = await site.view<ReviewsView>(`/api/reviews?locale=${locale}&verification=${verification}`);
      expect(some.items.map(review => review.verificationMethod)).toEqual(Array.from({ length: count }, () => verification));
    }
    expect(all.policyPath).toMatch(new RegExp(`^/${locale}/pages/`));
    expect((await site.view<ReviewsView>(`/api/reviews?locale=${locale}&verification=guess`)).total).toBe(all.total);
  });
});

test('a clinic with a warning shows it on its card', async () => {
  const { items } = await site.view<ClinicsView>('/api/clinics?locale=ru');
  const warned = items.filter(card => card.notices.length > 0);
  expect(warned.map(({ country, notices }) => [country, notices.map(notice => [notice.severity, notice.lang])])).toEqual([['CZ', [['information', null]]]]);
});

describe('the sheet of questions', () => {
  const sheet = (query: string) => site.view<QuestionSheet>(`/api/treatments/autologous-haematopoietic-transplantation-ms/questions?locale=en${query}`);

  test('has the same question in two languages on each line, the second one by choice', async () => {
    const both = await sheet('');
    expect([both.first.locale, both.second?.locale, both.paired]).toEqual(['en', 'ru', true]);
    expect(both.questions).toHaveLength(10);
    expect(both.questions.every(({ first, second }) => /[a-z]/.test(first ?? '') && /[а-я]/.test(second ?? ''))).toBe(true);
    expect(both.choices.map(choice => choice.locale)).toEqual(['ru', null]);
    expect(await sheet('&with=xx')).toEqual(both);
    const alone = await sheet('&with=none');
    expect([alone.second, alone.questions.every(({ second }) => second === null)]).toEqual([null, true]);
    const inRussian = ({ languages }: QuestionSheet) => languages.find(({ locale }) => locale === 'ru')?.path;
    expect(inRussian(both)).toMatch(/^\/ru\/treatments\/[a-z-]+\/questions$/);
    expect(inRussian(alone)).toMatch(/\/questions\?with=none$/);
    expect(inRussian(await sheet('&with=ru'))).toMatch(/\/questions\?with=en$/);
  });
});
