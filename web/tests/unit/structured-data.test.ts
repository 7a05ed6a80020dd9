import { describe, expect, test } from 'vitest';

import { describeClinic } from '../../shared/structured-data/clinic';
import { describePage, jsonLd, type PageContext, type Things } from '../../shared/structured-data/graph';
import { offers } from '../../shared/structured-data/offers';
import { person } from '../../shared/structured-data/person';
import { describeTreatment } from '../../shared/structured-data/treatment';
import type { ClinicPage } from '../../shared/views/clinic';
import type { CostRow } from '../../shared/views/cost';
import type { DocumentPage } from '../../shared/views/page';
import type { PersonCard } from '../../shared/views/person';
import type { TreatmentPage } from '../../shared/views/treatment';

const origin = 'https://polyclinic.example';

const page: PageContext = {
  origin,
  url: `${origin}/en/clinics/one`,
  title: 'Clinic One',
  description: 'A clinic.',
  language: 'en',
  brand: 'Polyclinic',
  trail: [{ name: 'Polyclinic', path: '/en' }, { name: 'Clinics', path: '/en/clinics' }, { name: 'Clinic One', path: '/en/clinics/one' }],
  invented: { person: 'fictitious person', clinic: 'fictitious clinic' },
};

const document: DocumentPage = {
  documentId: 'one', locale: 'en', contentLocale: 'en', path: '/en/clinics/one', languages: [], title: 'Clinic One', headTitle: 'Clinic One', description: 'A clinic.',
};

const source = { label: 'Price list', lang: 'en', href: null, fictitious: false };

const row: CostRow = {
  documentId: 'row', treatment: null, country: 'PL', clinic: null, original: { from: 8000, to: 9000, currency: 'PLN' },
  converted: { from: 1900, to: 2100, currency: 'EUR' }, asOf: '2026-01-01', age: { state: 'current', count: 1, unit: 'month' }, source, included: [], excluded: [], unstated: [],
};

const clinic: ClinicPage = {
  ...document, name: 'Clinic One', summary: 'A clinic.', notices: [], descriptionNodes: [], photos: [], city: 'Gdańsk', country: 'PL', countryIn: null,
  latitude: 54.35, longitude: 18.65, founded: 1999, languagesSpoken: ['pl', 'en'], website: 'https://clinic.example', fictitious: false, treatments: [], doctors: [],
  accreditations: [
    { scheme: 'JCI', certificateNumber: 'JCI-1', issuer: 'JCI', validFrom: '2025-01-01', validTo: '2028-01-01', expired: false, registerUrl: null, checkedOn: null, fictitious: false },
    { scheme: 'ISO', certificateNumber: 'ISO-1', issuer: 'TÜV', validFrom: '2020-01-01', validTo: '2023-01-01', expired: true, registerUrl: null, checkedOn: null, fictitious: false },
  ],
  costs: [row], rate: null, reviews: [], reviewPolicyPath: null, sources: [],
};

const treatment: TreatmentPage = {
  ...document, name: 'Hip replacement', specialty: 'Orthopaedics', summary: 'A new joint.', evidenceSummary: null, stayDays: null, notices: [],
  steps: [{ key: 'a', lang: null, title: 'Operation', description: [{ kind: 'text', text: 'Two hours.', marks: [] }], days: null }],
  stepDays: null, eligibility: [], eligibilityNote: [], risks: [], aftercare: [], questions: [], conditions: [], clinics: [], costs: [row], rate: null, articles: [], terms: [], sources: [],
  contraindications: [{ kind: 'list', ordered: false, items: ['Infection', 'Ulcers'].map(text => ({ children: [{ kind: 'text', text, marks: [] }], nested: [] })) }],
};

const doctor: PersonCard = {
  documentId: 'p', path: '/en/people/vera', lang: null, name: 'Vera', role: 'Neurologist', credentials: 'MD', licence: 'L-1', fictitious: false, photo: null,
};

function read(things: Things): Record<string, Record<string, unknown>> {
  const { '@graph': graph }: { '@graph': { '@type': string }[] } = JSON.parse(jsonLd(things, page));
  return Object.fromEntries(graph.map(node => [node['@type'], node]));
}

describe('every page', () => {
  test('is part of the site, and says the way to it', () => {
    const { WebPage, WebSite, BreadcrumbList } = read(describePage(page));
    expect(WebPage).toMatchObject({ name: 'Clinic One', inLanguage: 'en', isPartOf: { '@id': WebSite?.['@id'] }, breadcrumb: { '@id': BreadcrumbList?.['@id'] } });
    expect(BreadcrumbList?.itemListElement).toMatchObject([{ position: 1, item: `${origin}/en` }, { position: 2 }, { position: 3, item: `${origin}/en/clinics/one` }]);
  });

  test('holds words that would end a script element', () => {
    const title = '</script><script>alert(1)</script><!--';
    const text = jsonLd(describePage({ ...page, title }), page);
    expect(text).not.toContain('<');
    expect(JSON.parse(text)['@graph'][0].name).toBe(title);
  });
});

describe('a clinic', () => {
  test('has a place, the certificates that are valid, and prices as they were quoted', () => {
    expect(read(describeClinic(clinic, page)).MedicalClinic).toMatchObject({
      address: { addressLocality: 'Gdańsk', addressCountry: 'PL' },
      geo: { latitude: 54.35, longitude: 18.65 },
      hasCertification: [{ certificationIdentification: 'JCI-1', expires: '2028-01-01' }],
      makesOffer: [{ priceCurrency: 'PLN', lowPrice: 8000, highPrice: 9000 }],
    });
  });

  test('that is invented claims nothing that could be looked up', () => {
    const node = read(describeClinic({ ...clinic, fictitious: true }, page)).MedicalClinic;
    expect(node).toMatchObject({ name: 'Clinic One', disambiguatingDescription: 'fictitious clinic' });
    for (const claim of ['geo', 'hasCertification', 'makesOffer', 'sameAs', 'foundingDate', 'image']) expect(node, claim).not.toHaveProperty(claim);
  });
});

test('a treatment has no price; the service of it does', () => {
  const { MedicalTherapy, Service } = read(describeTreatment(treatment, page));
  expect(MedicalTherapy).toMatchObject({ howPerformed: 'Operation. Two hours.', contraindication: 'Infection; Ulcers' });
  expect(MedicalTherapy).not.toHaveProperty('offers');
  expect(Service?.offers).toMatchObject([{ '@type': 'AggregateOffer', 'priceCurrency': 'PLN' }]);
  expect(read(describeTreatment({ ...treatment, costs: [] }, page))).not.toHaveProperty('Service');
});

describe('prices', () => {
  test('are given in the currency of each quote, never converted', () => {
    const quoted = offers([row, { ...row, original: { from: 7000, to: 12000, currency: 'PLN' } }, { ...row, country: 'DE', original: { from: 5000, to: 5000, currency: 'EUR' } }]);
    expect(quoted).toEqual([
      { '@type': 'AggregateOffer', 'priceCurrency': 'PLN', 'lowPrice': 7000, 'highPrice': 12000, 'offerCount': 2, 'areaServed': ['PL'] },
      { '@type': 'Offer', 'priceCurrency': 'EUR', 'price': 5000, 'areaServed': ['DE'] },
    ]);
  });

  test('without an upper end have no highest', () => {
    const [quoted] = offers([row, { ...row, original: { from: 7000, to: null, currency: 'PLN' } }]);
    expect(quoted).toMatchObject({ lowPrice: 7000, highPrice: undefined });
  });

  test('without a source, or with an invented one, are not given', () => {
    expect(offers([{ ...row, source: null }, { ...row, source: { ...source, fictitious: true } }])).toEqual([]);
  });
});

test('an invented person has a name and nothing to show for it', () => {
  expect(person(doctor, page)).toMatchObject({ jobTitle: 'Neurologist', hasCredential: [{ name: 'MD' }, { name: 'L-1' }] });
  expect(person({ ...doctor, fictitious: true }, page)).toEqual({
    '@type': 'Person', 'name': 'Vera', 'url': `${origin}/en/people/vera`, 'disambiguatingDescription': 'fictitious person',
  });
});
