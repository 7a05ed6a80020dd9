import { describe, expect, test } from 'vitest';

import type { ClinicsView } from '../../shared/views/clinic';
import type { CostsView } from '../../shared/views/cost';
import { useDemoSite } from './site';

const site = useDemoSite();

describe('the comparison of costs', () => {
  const costs = (query: string) => site.view<CostsView>(`/api/costs?locale=en${query}`);

  test('converts into the currency that the address names, and says by which rate', async () => {
    const view = await costs('&currency=USD');
    expect(view.currency).toBe('USD');
    expect(view.rate).toMatchObject({ currency: 'USD', sources: [{ date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) }] });
    expect(view.rows.every(row => row.converted?.currency === 'USD')).toBe(true);
  });

  test('sorts by price both ways, by date and by country', async () => {
    const from = (view: CostsView) => view.rows.map(row => row.converted?.from ?? 0);
    const cheapest = from(await costs(''));
    expect(cheapest).toEqual(cheapest.toSorted((one, other) => one - other));
    expect(from(await costs('&sort=-price'))).toEqual(cheapest.toReversed());
    const dates = (await costs('&sort=date')).rows.map(row => row.asOf);
    expect(dates).toEqual(dates.toSorted().toReversed());
    expect((await costs('&sort=country')).filter.sort).toBe('country');
  });

  test('filters by country and treatment, in whatever language the treatment is named', async () => {
    const all = await costs('');
    const country = all.countries[0] ?? '';
    expect(new Set((await costs(`&country=${country}`)).rows.map(row => row.country))).toEqual(new Set([country]));
    const russian = await site.view<CostsView>('/api/costs?locale=ru');
    const slug = russian.treatments[0]?.slug ?? '';
    const filtered = await costs(`&treatment=${slug}`);
    expect(filtered.rows.length).toBeGreaterThan(0);
    expect(filtered.rows.length).toBeLessThan(all.rows.length);
    expect(filtered.languages.find(language => language.locale === 'ru')?.path).toBe(`/ru/costs?treatment=${slug}`);
  });

  test('ignores what makes no sense', async () => {
    const all = await costs('');
    expect(await costs('&country=Atlantis&treatment=nothing&currency=XXX&sort=sideways&junk=1&country[]=x')).toEqual(all);
  });
});

describe('the list of clinics', () => {
  const clinics = (query: string) => site.view<ClinicsView>(`/api/clinics?locale=en${query}`);

  test('filters by country, treatment and accreditation, and says what it applied', async () => {
    const all = await clinics('');
    const [country, treatment, accreditation] = [all.countries[0] ?? '', all.treatments[0]?.slug ?? '', all.accreditations[0] ?? ''];
    const there = await clinics(`&country=${country}`);
    expect(there.items.every(card => card.country === country)).toBe(true);
    expect(there.filter).toEqual({ country, treatment: null, accreditation: null });
    const certified = await clinics(`&accreditation=${encodeURIComponent(accreditation)}`);
    expect(certified.items.length).toBeGreaterThan(0);
    expect(certified.items.every(card => card.accreditations.some(({ scheme }) => scheme === accreditation))).toBe(true);
    expect((await clinics(`&treatment=${treatment}`)).items.length).toBeGreaterThan(0);
    expect(await clinics('&country=Atlantis&page=nonsense')).toEqual(all);
  });
});
