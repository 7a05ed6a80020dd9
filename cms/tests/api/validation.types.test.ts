import type { UID } from '@strapi/strapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startCms, type Cms } from '../helpers/cms.ts';
import { documentsOf, list, paragraphs, type Words } from '../helpers/content.ts';
import { faultsOf } from '../helpers/faults.ts';

let cms: Cms;
let number = 0;

beforeAll(async () => {
  cms = await startCms({ template: 'empty' });
});
afterAll(() => cms.stop());

/** What publishing a document with this content is refused for, by place; saving it, for types without drafts. */
const faults = (uid: UID.ContentType, data: Words) => {
  const isLocalized = JSON.stringify(cms.strapi.contentType(uid).pluginOptions ?? {}).includes('"localized":true');
  return faultsOf(() => documentsOf(cms.strapi, uid).create(isLocalized ? 'en' : undefined, data, 'published'));
};

describe('facts', () => {
  it('of a clinic: country, languages', async () => {
    const clinic = (data: Words) => faults('api::clinic.clinic', { name: 'A clinic', summary: 'A summary.', city: 'Izmir', country: 'TR', ...data });
    expect(await clinic({ languagesSpoken: 'tr, en, deu' })).toEqual({});
    expect(await clinic({ country: 'XX' })).toEqual({ country: '“XX” is not a country. Use its two-letter code after ISO 3166, such as TR for Turkey.' });
    expect(await clinic({ languagesSpoken: 'tr, qq' })).toHaveProperty('languagesSpoken');
  });

  it('of a price: country, currency, sums, date', async () => {
    const treatment = await documentsOf(cms.strapi, 'api::treatment.treatment').create('en', { name: 'AHSCT', slug: 'priced', specialty: 'x', summary: 'x' });
    const source = await documentsOf(cms.strapi, 'api::source.source').create(undefined, { citationKey: 'price-list', title: 'Prices', type: 'price_list' });
    const price = (data: Words) =>
      faults('api::cost-entry.cost-entry', { reference: `price-${(number += 1)}`, country: 'TR', amountFrom: 14000, currency: 'EUR', asOf: '2026-10-01', treatment, source, ...data });
    expect(await price({ treatment: null, source: null })).toEqual({ treatment: expect.stringContaining('the price of'), source: expect.stringContaining('needs its source') });
    expect(await price({ amountTo: 14000 })).toEqual({});
    expect(await price({ country: 'ZZ', currency: 'EUX', amountTo: 900, asOf: '2999-01-01' })).toEqual({
      country: expect.any(String),
      currency: expect.any(String),
      asOf: expect.stringContaining('in the future'),
      amountTo: '900 is less than the lower value, 14000. Correct one of the two.',
    });
  });

  it('of an accreditation: dates in order, when it is saved', async () => {
    const data = { scheme: 'JCI', certificateNumber: 'C-1', issuer: 'JCI', validFrom: '2026-01-01', validTo: '2025-01-01' };
    expect(await faults('api::accreditation.accreditation', data)).toEqual({ validTo: '2025-01-01 is before the first day, 2026-01-01. Correct one of the two.' });
    expect(await faults('api::accreditation.accreditation', { ...data, validTo: '2029-01-01' })).toEqual({});
  });

  it('of a treatment: days of the stay and of each step, questions as a list', async () => {
    const treatment = (data: Words) => faults('api::treatment.treatment', { name: 'AHSCT', specialty: 'Neurology', summary: 'A summary.', ...data });
    const step = { title: 'Harvest', daysFrom: 5, daysTo: 10 };
    expect(await treatment({ stayDaysFrom: 21, stayDaysTo: 30, steps: [step], questions: list('Who?') })).toEqual({});
    const wrong = await treatment({ stayDaysFrom: 21, stayDaysTo: 3, steps: [step, { ...step, daysTo: 1 }], questions: paragraphs('Who?') });
    expect(Object.keys(wrong).sort()).toEqual(['questions', 'stayDaysTo', 'steps.1.daysTo']);
  });

  it('of the site: time zone, currency, holidays', async () => {
    const site = (data: Words) =>
      faults('api::site.site', { brand: 'Polyclinic', tagline: 'Care abroad', disclaimer: 'No advice.', referenceCurrency: 'EUR', timeZone: 'Europe/Istanbul', ...data });
    const wrong = await site({ referenceCurrency: 'EUX', timeZone: 'Europe/Byzantium', holidays: ['Christmas'], navigation: [{ label: 'Costs', href: '/prices' }] });
    expect(Object.keys(wrong).sort()).toEqual(['holidays', 'navigation.0.href', 'referenceCurrency', 'timeZone']);
    expect(await site({ openingHours: 'Mo-Fr 09:00-18:00; Sa 00:00-24:00' })).toEqual({});
    expect(await site({ openingHours: 'Mo-Fr 09:00-18:00; Sa 22:00-06:00' })).toEqual({ openingHours: expect.stringContaining('“Sa 22:00-06:00” ends before it begins') });
    expect(await site({ openingHours: 'Mo-Su 09:00-29:00' })).toHaveProperty('openingHours');
    expect(Object.keys(await site({ navigation: [{ label: ' \u200B', href: '/costs' }] }))).toEqual(['navigation.0.label']);
    expect(await site({ holidays: ['2026-12-25'], navigation: [{ label: 'Costs', href: '/costs' }] })).toEqual({});
  });

  it('of rates: a positive number for each currency', async () => {
    const snapshot = (date: string, rates: unknown, base = 'EUR') => faults('api::exchange-rate.exchange-rate', { date, base, publisher: 'ECB', rates });
    expect(await snapshot('2026-10-01', { USD: 1.08 })).toEqual({});
    expect(await snapshot('2026-10-04', {})).toHaveProperty('rates');
    expect(await snapshot('2026-10-05', { EUR: 0.92 }, 'USD')).toEqual({ base: expect.stringContaining('the base is EUR, not “USD”') });
    expect(await snapshot('2026-10-02', { USD: '1.08' })).toHaveProperty('rates');
    expect(await snapshot('2026-10-03', { Dollar: 1.08 })).toHaveProperty('rates');
  });

  it('of a source: language, and that it was read', async () => {
    const source = (data: Words) => faults('api::source.source', { citationKey: `source-${(number += 1)}`, title: 'A trial', type: 'journal_article', ...data });
    expect(await source({ titleLanguage: 'de', accessedOn: '2026-10-01' })).toEqual({});
    expect(Object.keys(await source({ titleLanguage: 'qq', accessedOn: '2999-10-01' })).sort()).toEqual(['accessedOn', 'titleLanguage']);
  });

  it('name a source locale that there is', async () => {
    expect(await faults('api::cost-item.cost-item', { name: 'Interpreter', code: 'interpreter', sourceLocale: 'fr' })).toHaveProperty('sourceLocale');
  });
});

describe('a review', () => {
  const review = (data: Words) => faults('api::review.review', { title: 'My way', displayName: 'Ada', consentReference: 'C-1', ...data });

  it('is published once it is approved', async () => {
    expect(await review({})).toMatchObject({ moderationState: expect.stringContaining('Approve it') });
    expect(await review({ moderationState: 'approved', slug: 'one' })).toEqual({});
  });

  it('is published with the patient’s consent only', async () => {
    expect(await review({ moderationState: 'approved', consentReference: '' })).toEqual({ consentReference: expect.stringContaining('consent only') });
  });

  it('says when it was verified, if it was', async () => {
    expect(await review({ moderationState: 'approved', verificationMethod: 'phone_call' })).toHaveProperty('verifiedOn');
    expect(await review({ moderationState: 'approved', verificationMethod: 'phone_call', verifiedOn: '2026-10-01', slug: 'two' })).toEqual({});
  });
});
