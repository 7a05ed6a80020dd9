import { defineEventHandler } from 'h3';

import { clinicComparison } from '../content/clinic-comparison';
import { comparisonQuery, readQuery } from '../request-query';

export default defineEventHandler(async (event) => {
  const { locale, currency } = await readQuery(event, comparisonQuery);
  return clinicComparison(locale, currency);
});
