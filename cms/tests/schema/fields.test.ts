import { describe, expect, it } from 'vitest';

import { allSchemas, attributesOf, contentTypes, places } from '../helpers/schemas.ts';

const all = attributesOf(allSchemas);
const named = (...names: string[]) => all.filter(({ name }) => names.includes(name));

/** Good values that a form refuses, and bad ones that it takes. */
const mistakes = (regex: string | undefined, good: string[], bad: string[]) => {
  const form = new RegExp(regex ?? '(?!)');
  return { good: good.filter(value => !form.test(value)), bad: bad.filter(value => form.test(value)) };
};

describe('a field has the form of what it holds', () => {
  const slug = { good: ['operatsii', 'knee-2'], bad: ['Операции', 'Knee', 'a--b', '-a', 'a_b', ''] };
  const country = { good: ['TR'], bad: ['tr', 'TUR', ''] };
  const currency = { good: ['EUR'], bad: ['eur', '€', 'EURO'] };
  const address = { good: ['https://example.org/a?b=c'], bad: ['example.org', 'javascript:alert(1)', 'ftp://example.org', 'https://a b'] };
  const locale = { good: ['en', 'pt-BR'], bad: ['EN', 'english', 'en_US'] };

  it.each<[string[], { good: string[]; bad: string[] }]>([
    [['slug'], slug],
    [['country'], country],
    [['currency', 'referenceCurrency', 'base'], currency],
    [['website', 'url', 'registerUrl'], address],
    [['sourceLocale'], locale],
    [['hiddenIn'], { good: ['ru', 'ru, de', 'pt-BR,ru'], bad: ['Russian', 'ru;de'] }],
    [['citationKey', 'code', 'reference'], { good: ['mesems-2021'], bad: ['MESEMS 2021', 'a--b'] }],
    [['doi'], { good: ['10.1016/S1474-4422(21)00301-X'], bad: ['https://doi.org/10.1016/x', '10.1016', 'doi:10.1016/x'] }],
    [['pmid'], { good: ['33275119'], bad: ['PMID33275119', '0123'] }],
    [['trialRegistration'], { good: ['NCT01854957', 'ISRCTN12345678'], bad: ['NCT1854957', 'nct01854957'] }],
    [['icd10'], { good: ['G35', 'M17.1'], bad: ['g35', 'G3', 'G35.'] }],
    [['languagesSpoken'], { good: ['tr, en, ru'], bad: ['Turkish', 'tr;en'] }],
    [['titleLanguage'], { good: ['en'], bad: ['English', 'EN'] }],
    [['videoId'], { good: ['dQw4w9WgXcQ'], bad: ['https://youtu.be/x', 'a b'] }],
    [['phone'], { good: ['+90 212 555 01 00'], bad: ['0212 555 01 00', '+90-212'] }],
    [['openingHours'], { good: ['Mo-Fr 09:00-18:00; Sa 10:00-14:00', 'Mo-Su 00:00-24:00'], bad: ['9 to 5', 'Mo 9:00-18:00', 'Mo-Su 09:00-29:00', 'Mo 24:00-24:00', 'Mo 09:00-24:30'] }],
    [['href'], { good: ['/articles', 'https://example.org'], bad: ['articles', 'javascript:alert(1)', '/a b'] }],
    [['key'], { good: ['a1b2c3d4'], bad: ['A1B2C3D4', 'a1b2c3d', 'a1b2c3d4e'] }],
  ])('%s', (names, { good, bad }) => {
    const attributes = named(...names);
    expect(attributes.length).toBeGreaterThan(0);
    for (const { place, attribute } of attributes) expect({ place, ...mistakes(attribute.regex, good, bad) }).toEqual({ place, good: [], bad: [] });
  });

  it('values from a list are a list', () => {
    const lists = ['kind', 'grade', 'provider', 'dimension', 'operator', 'severity', 'verificationMethod', 'moderationState', 'studyDesign', 'diseaseCourse'];
    expect(places(named(...lists).filter(({ attribute }) => attribute.type !== 'enumeration' || (attribute.enum?.length ?? 0) < 2))).toEqual([]);
    expect(new Set(named(...lists).map(({ name }) => name))).toEqual(new Set(lists));
  });
});

describe('texts have sensible lengths', () => {
  it('every string, text and slug has a limit', () => {
    const texts = all.filter(({ attribute }) => ['string', 'text', 'uid'].includes(attribute.type));
    expect(places(texts.filter(({ attribute }) => !attribute.maxLength))).toEqual([]);
  });

  it('a title for search engines is short', () => {
    const seo = allSchemas.find(({ name }) => name === 'shared.seo')?.attributes;
    expect([seo?.['title']?.maxLength, seo?.['description']?.maxLength]).toEqual([70, 160]);
  });
});

describe('names are right', () => {
  it('no type has an attribute that Strapi uses itself', () => {
    const own = ['id', 'documentId', 'locale', 'localizations', 'status', 'createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy'];
    expect(places(attributesOf(contentTypes).filter(({ name }) => own.includes(name)))).toEqual([]);
  });

  it('what is private stays private', () => {
    expect(places(all.filter(({ attribute }) => attribute.private)).sort()).toEqual(['article.importedFrom', 'review.consentReference']);
  });
});
