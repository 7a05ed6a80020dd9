import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { startCms, type Cms } from '../helpers/cms.ts';
import { documentsOf, linked } from '../helpers/content.ts';

let cms: Cms;
let number = 0;
const ids = { clinic: '', treatment: '', review: '', source: '' };

beforeAll(async () => {
  cms = await startCms({ template: 'empty' });
  ids.source = await sources().create(undefined, { citationKey: 'price-list', title: 'Prices', type: 'price_list' });
});
afterAll(() => cms.stop());

const clinics = () => documentsOf(cms.strapi, 'api::clinic.clinic');
const treatments = () => documentsOf(cms.strapi, 'api::treatment.treatment');
const reviews = () => documentsOf(cms.strapi, 'api::review.review');
const articles = () => documentsOf(cms.strapi, 'api::article.article');
const prices = () => documentsOf(cms.strapi, 'api::cost-entry.cost-entry');
const sources = () => documentsOf(cms.strapi, 'api::source.source');

const slug = () => `document-${(number += 1)}`;
const clinic = () => ({ name: 'Bay Clinic', slug: slug(), summary: 'A clinic.', city: 'Izmir', country: 'TR' });
const russianClinic = () => ({ name: 'Клиника', slug: slug(), summary: 'Клиника.', city: 'Измир' });
const treatment = () => ({ name: 'AHSCT', slug: slug(), specialty: 'Neurology', summary: 'A treatment.' });
const review = () => ({ title: 'My way', slug: slug(), displayName: 'Ada', moderationState: 'approved', consentReference: 'C-1' });
const price = () => ({
  reference: slug(), country: 'TR', amountFrom: 14000, currency: 'EUR', asOf: '2026-01-01', clinic: ids.clinic, treatment: ids.treatment, source: ids.source,
});
const article = () => ({
  title: 'Living with it',
  slug: slug(),
  summary: 'What helps.',
  body: [
    { __component: 'block.clinic-cards', clinics: [ids.clinic] },
    { __component: 'block.cost-table', title: 'Costs', treatment: ids.treatment },
    { __component: 'block.patient-story', review: ids.review },
  ],
});

/** Drafts of what the others link. */
beforeEach(async () => {
  ids.clinic = await clinics().create('en', clinic());
  ids.treatment = await treatments().create('en', treatment());
  ids.review = await reviews().create('en', review());
});

async function publishTargets(): Promise<void> {
  await clinics().publish(ids.clinic, 'en');
  await treatments().publish(ids.treatment, 'en');
  await reviews().publish(ids.review, 'en');
}

async function unpublishTargets(): Promise<void> {
  await cms.strapi.documents('api::clinic.clinic').unpublish({ documentId: ids.clinic, locale: 'en' });
  await cms.strapi.documents('api::treatment.treatment').unpublish({ documentId: ids.treatment, locale: 'en' });
  await cms.strapi.documents('api::review.review').unpublish({ documentId: ids.review, locale: 'en' });
}

type Links = Record<string, unknown>;
const read = async (path: string) => (await cms.read(path)).body as { data: Links & { body: Links[] } };

/** What the site is given of a price. */
async function ofPrice(id: string) {
  const { data } = await read(`/api/cost-entries/${id}?populate=clinic,treatment`);
  return [...linked(data['clinic']), ...linked(data['treatment'])];
}

/** What the site is given of an article's blocks. */
async function ofBlocks(id: string) {
  const on = { 'clinic-cards': 'clinics', 'cost-table': 'treatment', 'patient-story': 'review' };
  const query = Object.entries(on).map(([block, link]) => `populate[body][on][block.${block}][populate][${link}][fields]=id`);
  const { data } = await read(`/api/articles/${id}?${query.join('&')}`);
  return data.body.flatMap(block => Object.values(on).flatMap(link => linked(block[link])));
}

describe('what is published', () => {
  it('links what is published after it', async () => {
    const [cost, text] = [await prices().create(undefined, price(), 'published'), await articles().create('en', article(), 'published')];
    expect([await ofPrice(cost), await ofBlocks(text)]).toEqual([[], []]);
    await publishTargets();
    expect(await ofPrice(cost)).toEqual([ids.clinic, ids.treatment]);
    expect(await ofBlocks(text)).toEqual([ids.clinic, ids.treatment, ids.review]);
  });

  it('links again what was unpublished and published again', async () => {
    await publishTargets();
    const [cost, text] = [await prices().create(undefined, price(), 'published'), await articles().create('en', article(), 'published')];
    await unpublishTargets();
    expect([await ofPrice(cost), await ofBlocks(text)]).toEqual([[], []]);
    await publishTargets();
    expect(await ofPrice(cost)).toEqual([ids.clinic, ids.treatment]);
    expect(await ofBlocks(text)).toEqual([ids.clinic, ids.treatment, ids.review]);
  });

  it('keeps the order of its links, and leaves alone what its editor has changed since', async () => {
    const other = await clinics().create('en', clinic(), 'published');
    const third = await clinics().create('en', clinic(), 'published');
    await clinics().publish(ids.clinic, 'en');
    const cards = { ...article(), body: [{ __component: 'block.clinic-cards', clinics: [other, ids.clinic, third] }] };
    const [text, changed] = [await articles().create('en', cards, 'published'), await articles().create('en', { ...cards, slug: slug() }, 'published')];
    await articles().save(changed, 'en', { title: 'Living without it' });
    await unpublishTargets();
    await clinics().publish(ids.clinic, 'en');
    expect(await ofBlocks(text)).toEqual([other, ids.clinic, third]);
    expect(await ofBlocks(changed)).toEqual([other, third]);
  });

  it('links again what a language chose', async () => {
    const friend = await articles().create('en', { title: 'A friend', slug: slug(), summary: 'Another one.' }, 'published');
    const text = await articles().create('en', { title: 'Living with it', slug: slug(), summary: 'What helps.', related: [friend] }, 'published');
    await cms.strapi.documents('api::article.article').unpublish({ documentId: friend, locale: 'en' });
    await articles().publish(friend, 'en');
    expect(linked((await articles().read(text, 'en', 'published', ['related']))['related'])).toEqual([friend]);
  });

  it('still shows its editor no change', async () => {
    const cost = await prices().create(undefined, price(), 'published');
    const before = await prices().read(cost, undefined, 'draft');
    await publishTargets();
    expect((await prices().read(cost, undefined, 'draft'))['updatedAt']).toEqual(before['updatedAt']);
  });
});

describe('a price or a certificate, which has no languages', () => {
  const linkedClinics = async (uid: 'api::cost-entry.cost-entry' | 'api::accreditation.accreditation', id: string) => {
    const rows = await cms.strapi.db.query(uid).findMany({ where: { documentId: id }, populate: { clinic: true }, orderBy: { id: 'asc' } });
    return rows.map(row => row.clinic && `${row.clinic.publishedAt ? 'published' : 'draft'} ${row.clinic.locale}`);
  };

  it('links one version of its clinic: of the default language, or else of one in which there is one', async () => {
    const cost = await prices().create(undefined, price(), 'published');
    await clinics().save(ids.clinic, 'ru', russianClinic(), 'published');
    expect(await linkedClinics('api::cost-entry.cost-entry', cost)).toEqual(['draft en', 'published ru']);
    await clinics().publish(ids.clinic, 'en');
    expect(await linkedClinics('api::cost-entry.cost-entry', cost)).toEqual(['draft en', 'published en']);
    await cms.strapi.documents('api::clinic.clinic').unpublish({ documentId: ids.clinic, locale: 'en' });
    expect(await linkedClinics('api::cost-entry.cost-entry', cost)).toEqual(['draft en', 'published ru']);
  });

  it('finds the version when it is published itself', async () => {
    await clinics().save(ids.clinic, 'ru', russianClinic(), 'published');
    const cost = await prices().create(undefined, price(), 'published');
    expect(await linkedClinics('api::cost-entry.cost-entry', cost)).toEqual(['draft en', 'published ru']);
  });

  it('as a certificate is found with its clinic, whichever language that is published in', async () => {
    const certificate = await documentsOf(cms.strapi, 'api::accreditation.accreditation').create(undefined, {
      scheme: 'JCI', certificateNumber: slug(), issuer: 'JCI', validFrom: '2025-01-01', validTo: '2029-01-01', clinic: ids.clinic,
    });
    const found = async () => linked((await read(`/api/accreditations/${certificate}?populate=clinic`)).data['clinic']);
    expect(await found()).toEqual([]);
    await clinics().save(ids.clinic, 'ru', russianClinic(), 'published');
    expect(await found()).toEqual([ids.clinic]);
    await clinics().publish(ids.clinic, 'en');
    await cms.strapi.documents('api::clinic.clinic').unpublish({ documentId: ids.clinic, locale: '*' });
    expect(await found()).toEqual([]);
    await clinics().publish(ids.clinic, 'en');
    expect(await found()).toEqual([ids.clinic]);
  });
});

it('drafts never link published versions, nor the other way round', async () => {
  const stage = (row: { publishedAt: unknown }) => (row.publishedAt === null ? 'draft' : 'published');
  const rows = await cms.strapi.db.query('api::cost-entry.cost-entry').findMany({ populate: { clinic: true, treatment: true } });
  const links = rows.flatMap(row => [row.clinic, row.treatment].filter(Boolean).map(target => [stage(row), stage(target)]));
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter(([from, to]) => from !== to)).toEqual([]);
});
