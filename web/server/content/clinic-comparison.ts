import type { Query } from '@polyclinic/shared-types';

import { findAll } from '../cms/client';
import type { ComparisonView, Offer } from '../../shared/views/clinic';
import type { CostRow } from '../../shared/views/cost';
import { clinicMarks, toLanguages } from './clinic-card';
import { selectCosts } from './cost-list';
import { pick, toCards } from './parts/cards';
import { documentLinks } from './parts/document-links';
import { rateNote } from './parts/rates';

const comparedQuery = {
  fields: ['documentId', 'locale', 'sourceLocale', 'slug', 'name', 'city', 'country', 'fictitious', 'founded', 'languagesSpoken'],
  populate: { treatments: { fields: ['documentId'] } },
  locale: '*',
  sort: 'name',
} as const satisfies Query<'clinic'> & { locale: string };

/**
 * What can be compared of every clinic, those without a version in the locale in their own words.
 *
 * All of them, whoever asks: which ones a reader has kept is no concern of the server.
 *
 * @param currency what sums are converted into; the locale's own where there is no rate for it.
 */
export async function clinicComparison(locale: string, currency: string | null): Promise<ComparisonView> {
  const reader = { locale, words: locale };
  const [rows, marksOf, costs] = await Promise.all([
    findAll('clinic', comparedQuery),
    clinicMarks(reader),
    selectCosts(locale, { treatment: null, country: null, currency, sort: 'price' }),
  ]);
  const treatments = await documentLinks('treatment', rows.flatMap(clinic => clinic.treatments.map(({ documentId }) => documentId)), reader);
  const clinics = toCards('clinic', rows, reader, (clinic, place) => ({
    ...place,
    name: clinic.name,
    city: clinic.city,
    country: clinic.country,
    fictitious: clinic.fictitious ?? false,
    founded: clinic.founded,
    languagesSpoken: toLanguages(clinic.languagesSpoken),
    ...marksOf(place.documentId),
    offers: pick(treatments, clinic.treatments.map(({ documentId }) => documentId))
      .map((treatment): Offer => ({ treatment, price: lowestPrice(costs.compared, place.documentId, treatment.documentId) })),
  }));
  return {
    clinics: [...clinics.values()],
    currency: costs.currency,
    rate: rateNote(costs.compared.filter(row => row.clinic !== null), costs.rates),
  };
}

/** @param rows the cheapest first. */
function lowestPrice(rows: CostRow[], clinicId: string, treatmentId: string): Offer['price'] {
  const lowest = rows.find(row => row.clinic?.documentId === clinicId && row.treatment?.documentId === treatmentId);
  return lowest === undefined ? null : { original: lowest.original, converted: lowest.converted, asOf: lowest.asOf, age: lowest.age };
}
