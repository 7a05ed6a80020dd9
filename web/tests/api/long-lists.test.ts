import { afterAll, beforeAll, expect, test } from 'vitest';

import { startCms, type Cms } from '../../../cms/tests/helpers/cms';
import type { ClinicsView } from '../../shared/views/clinic';
import type { CostsView } from '../../shared/views/cost';
import { startSite, type Site } from './site';

const CLINICS = 200;
const PRICES = 500;

let cms: Cms;
let site: Site;

beforeAll(async () => {
  cms = await startCms();
  process.env.CMS_URL = cms.url;
  site = await startSite();
  await fill();
});

afterAll(async () => {
  await site.stop();
  await cms.stop();
});

/** Puts published rows into the database itself: through the Document Service this would take minutes. */
async function fill(): Promise<void> {
  const { db } = cms.strapi;
  const published = { publishedAt: new Date(), createdAt: new Date(), updatedAt: new Date() };
  const treatment = await db.query('api::treatment.treatment').findOne({ where: { locale: 'en', publishedAt: { $notNull: true } } });
  const source = await db.query('api::source.source').findOne({ where: { citationKey: 'prices-survey-2026' } });
  const clinics: number[] = [];
  for (let index = 0; index < CLINICS; index += 1) {
    const words = { name: `Clinic ${index}`, slug: `clinic-${index}`, summary: 'A clinic.', city: 'Linz', country: 'AT' };
    const { id } = await db.query('api::clinic.clinic').create({ data: { documentId: `clinic${String(index).padStart(18, '0')}`, locale: 'en', ...words, ...published, treatments: [treatment.id] } });
    clinics.push(id);
  }
  for (let index = 0; index < PRICES; index += 1) {
    const asOf = new Date(Date.now() - (index % 45) * 30.5 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    const facts = { reference: `long-${index}`, country: 'AT', currency: 'CZK', amountFrom: 50_000 + index, amountTo: index % 5 === 0 ? null : 90_000 + index, asOf };
    await db.query('api::cost-entry.cost-entry').create({
      data: { documentId: `cost${String(index).padStart(20, '0')}`, ...facts, ...published, treatment: treatment.id, clinic: clinics[index % CLINICS], source: source.id },
    });
  }
}

const costs = (page: number) => site.view<CostsView>(`/api/costs?locale=en&page=${page}`);

test('500 prices come in pages, none missing and none twice, each with its clinic', async () => {
  const first = await costs(1);
  expect(first.total).toBeGreaterThan(PRICES);
  const pages = [first];
  for (let page = 2; page <= first.pageCount; page += 1) pages.push(await costs(page));
  const rows = pages.flatMap(page => [...page.rows, ...page.withdrawn]);
  expect(new Set(rows.map(row => row.documentId)).size).toBe(first.total);
  expect(pages.every(page => page.rows.length + page.withdrawn.length <= 50)).toBe(true);
  expect(rows.filter(row => row.country === 'AT').every(row => row.clinic !== null)).toBe(true);
  expect((await site.get(`/api/costs?locale=en&page=${first.pageCount + 1}`)).status).toBe(404);
});

test('a file holds all of them', async () => {
  const text = await (await site.get('/en/costs.csv')).text();
  expect(text.trimEnd().split('\r\n')).toHaveLength((await costs(1)).total + 1);
});

test('200 clinics come in pages', async () => {
  const first = await site.view<ClinicsView>('/api/clinics?locale=en');
  expect(first.total).toBeGreaterThan(CLINICS);
  expect(first.items).toHaveLength(24);
  const last = await site.view<ClinicsView>(`/api/clinics?locale=en&country=AT&page=${Math.ceil(CLINICS / 24)}`);
  expect([last.total, last.items.length]).toEqual([CLINICS, CLINICS % 24]);
});

test('the longest comparison is put together well within the time that the page waits', async () => {
  const started = performance.now();
  await costs(1);
  const taken = Math.round(performance.now() - started);
  console.info(`the comparison of 500 prices: ${taken} ms`);
  expect(taken).toBeLessThan(5000);
});
