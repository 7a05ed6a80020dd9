import { describe, expect, test } from 'vitest';

import { countryName } from '../../shared/format/names';
import { localeCodes } from '../../shared/locales';
import type { ArticleCard, ArticlePage } from '../../shared/views/article';
import type { ClinicPage, ClinicsView } from '../../shared/views/clinic';
import type { ConditionPage } from '../../shared/views/condition';
import type { CostRow, CostsView } from '../../shared/views/cost';
import type { GlossaryView } from '../../shared/views/glossary';
import type { DocumentPage, Moved, Paged } from '../../shared/views/page';
import type { PersonPage } from '../../shared/views/person';
import type { ReviewView } from '../../shared/views/review';
import type { Inline, RichNode } from '../../shared/views/rich-text';
import type { HomePage, SiteSettings } from '../../shared/views/site';
import type { StaticPage } from '../../shared/views/static-page';
import type { TreatmentCard, TreatmentPage } from '../../shared/views/treatment';
import { useDemoSite } from './site';

/** The article that shows every kind of block. */
const WHOLE = '/articles/stem-cells-for-multiple-sclerosis';

const site = useDemoSite();

/** The view behind a page's path. */
const open = <View>(path: string, locale = path.slice(1, 3)) => site.view<View>(`/api/${path.replace(/^\/\w\w\//, '').replace(/[?#].*/, '')}?locale=${locale}`);

describe.each(localeCodes)('in %s', (locale) => {
  test('the site has words, and its navigation leads somewhere', async () => {
    const settings = await site.view<SiteSettings>(`/api/site?locale=${locale}`);
    expect(settings).toMatchObject({ locale, lang: null, brand: expect.any(String), disclaimer: expect.any(String) });
    expect(settings.navigation.length).toBeGreaterThan(2);
    for (const link of [...settings.navigation, ...settings.footer]) expect(link.href).toMatch(new RegExp(`^(/${locale}(/|$)|https?:)`));
  });

  test('the front page shows articles, treatments, clinics and costs', async () => {
    const home = await site.view<HomePage>(`/api/home?locale=${locale}`);
    for (const list of [home.featured, home.treatments, home.clinics, home.costs]) expect(list.length).toBeGreaterThan(0);
    const newest = (await site.view<CostsView>(`/api/costs?locale=${locale}&sort=date`)).rows.slice(0, home.costs.length);
    expect(home.costs.map(row => row.documentId)).toEqual(newest.map(row => row.documentId));
    expect(home.costs.every(row => row.converted?.currency === home.costs[0]?.converted?.currency)).toBe(true);
  });

  test('every page of a document opens under the address that its list names, and says what it is', async () => {
    const [articles, treatments, clinics] = await Promise.all([
      site.view<Paged<ArticleCard>>(`/api/articles?locale=${locale}`),
      site.view<Paged<TreatmentCard>>(`/api/treatments?locale=${locale}`),
      site.view<ClinicsView>(`/api/clinics?locale=${locale}`),
    ]);
    const cards = [...articles.items, ...treatments.items, ...clinics.items];
    expect(cards.length).toBeGreaterThan(5);
    for (const card of cards) {
      const page = await open<DocumentPage>(card.path);
      expect(page).toMatchObject({ documentId: card.documentId, path: card.path, locale, contentLocale: locale });
      expect(page.title).not.toBe('');
      expect(page.description).not.toBe('');
      expect(page.languages.map(language => language.locale)).toEqual(localeCodes);
    }
  });

  test('language links lead to the same document', async () => {
    const articles = await site.view<Paged<ArticleCard>>(`/api/articles?locale=${locale}`);
    for (const { path } of articles.items) {
      const page = await open<ArticlePage>(path);
      for (const language of page.languages) expect((await open<ArticlePage>(language.path)).documentId).toBe(page.documentId);
    }
  });

  test('links between pages open: people, conditions, clinics, treatments, related articles', async () => {
    const articles = await site.view<Paged<ArticleCard>>(`/api/articles?locale=${locale}`);
    for (const { path } of articles.items) {
      const page = await open<ArticlePage>(path);
      const linked = [page.author, page.medicalReviewer, ...page.treatments, ...page.conditions, ...page.related].flatMap(link => link ?? []);
      expect(linked.length).toBeGreaterThan(0);
      for (const link of linked) expect((await open<DocumentPage>(link.path)).documentId).toBe(link.documentId);
    }
  });

  test('an article shows every kind of block', async () => {
    const page = await openWhole(locale);
    expect(new Set(page.blocks.map(block => block.type)).size).toBe(11);
    expect(page.readingMinutes).toBeGreaterThan(3);
    const cards = await site.view<Paged<ArticleCard>>(`/api/articles?locale=${locale}`);
    expect(cards.items.find(card => card.documentId === page.documentId)?.readingMinutes).toBe(page.readingMinutes);
    expect(page.cover?.picture.source?.type).toBe('image/avif');
    expect(page.author?.name).toBeTruthy();
    for (const block of page.blocks) {
      if (block.type === 'block.cost-table') expect(block.rows.length).toBeGreaterThan(0);
      if (block.type === 'block.clinic-cards') expect(block.clinics.length).toBeGreaterThan(0);
      if (block.type === 'evidence.claim') expect(block.citation?.number).toBe(block.source?.number);
    }
  });

  test('an article names each treatment that it states facts of, and states none where it is about none', async () => {
    const { referenceCurrency } = await site.view<SiteSettings>(`/api/site?locale=${locale}`);
    const page = await openWhole(locale);
    expect(page.treatments.length).toBeGreaterThan(1);
    for (const { label, evidence, stayDays, from } of page.treatments) {
      expect({ label, evidence, stayDays, from }).toEqual({
        label: expect.any(String),
        evidence: expect.any(String),
        stayDays: { from: expect.any(Number), to: expect.any(Number) },
        from: { amount: { from: expect.any(Number), to: null, currency: referenceCurrency }, approximate: expect.any(Boolean) },
      });
    }
    expect(page.treatments.some(({ from }) => from?.approximate)).toBe(true);
    const general = await open<ArticlePage>(`/${locale}/articles/checking-a-clinic-before-you-travel`);
    expect(general).toMatchObject({ treatments: [], specialty: null });
  });

  test('a share of people says what it is of, and what it is compared with', async () => {
    const { blocks } = await openWhole(locale);
    const shares = blocks.flatMap(block => (block.type === 'evidence.claim' ? [block.shares] : [])).filter(list => list.length > 0);
    expect(shares.flat().every(share => share.label.length > 5)).toBe(true);
    expect(shares.map(list => list.map(share => share.percent))).toContainEqual([33, 37]);
  });

  test('what is invented is marked, not said in English within a name, and foreign titles say their language', async () => {
    const { rows, rate } = await site.view<CostsView>(`/api/costs?locale=${locale}`);
    expect(rows.every(row => row.source?.fictitious && !/[()]/.test(row.source.label))).toBe(true);
    expect(new Set(rows.map(row => row.source?.lang))).toEqual(new Set(['tr', 'cs', 'pl', 'de', 'hu', 'en']));
    expect(rate?.sources.map(({ fictitious }) => fictitious)).toEqual([true]);
    const { items } = await site.view<ClinicsView>(`/api/clinics?locale=${locale}`);
    const pages = await Promise.all(items.map(card => open<ClinicPage>(card.path)));
    expect(pages.flatMap(page => page.accreditations).every(({ fictitious, issuer }) => fictitious && !issuer.includes('('))).toBe(true);
  });

  test('what prices include is compared on one list per treatment, wherever they are shown', async () => {
    const lengths = ({ rows }: { rows: CostRow[] }) => rows.map(row => ({
      treatment: row.treatment?.documentId, length: new Set([...row.included, ...row.excluded, ...row.unstated].map(item => item.documentId)).size,
    }));
    const all = lengths(await site.view<CostsView>(`/api/costs?locale=${locale}`));
    const expected = new Map(all.map(({ treatment, length }) => [treatment, length]));
    const { items } = await site.view<ClinicsView>(`/api/clinics?locale=${locale}`);
    const pages = await Promise.all(items.map(card => open<ClinicPage>(card.path)));
    const shown = [...all, ...pages.flatMap(page => lengths({ rows: page.costs }))];
    expect(shown.length).toBeGreaterThan(all.length);
    for (const { treatment, length } of shown) expect(length).toBe(expected.get(treatment));
  });

  test('choices stand in the order of the alphabet', async () => {
    const { compare } = new Intl.Collator(locale);
    for (const view of [await site.view<ClinicsView>(`/api/clinics?locale=${locale}`), await site.view<CostsView>(`/api/costs?locale=${locale}`)]) {
      const countries = view.countries.map(code => countryName(code, locale));
      expect(countries).toEqual(countries.toSorted(compare));
      const treatments = view.treatments.map(treatment => treatment.label);
      expect(treatments).toEqual(treatments.toSorted(compare));
    }
  });

  test('citations count from one without gaps, and lead there and back', async () => {
    const page = await openWhole(locale);
    expect(page.sources.map(source => source.number)).toEqual(page.sources.map((_, index) => index + 1));
    const uses = citationsIn(page);
    expect(uses.length).toBeGreaterThan(20);
    expect(page.sources.flatMap(source => source.uses.map(use => use.id)).sort()).toEqual(uses.map(use => use.id).sort());
    expect(new Set(uses.map(use => use.id)).size).toBe(uses.length);
    expect(page.furtherReading.every(source => source.number === null && source.uses.length === 0)).toBe(true);
  });

  test('contents lead to headings of the page', async () => {
    const page = await openWhole(locale);
    const ids = [...headingsIn(page).map(heading => heading.id), ...page.blocks.flatMap(block => (block.type === 'block.faq' ? (block.headingId ?? []) : []))];
    expect(page.contents.length).toBeGreaterThan(5);
    expect(new Set(ids).size).toBe(ids.length);
    for (const entry of page.contents) expect(ids).toContain(entry.id);
  });

  test('a clinic shows its facts, doctors, certificates, costs and reviews', async () => {
    const { items } = await site.view<ClinicsView>(`/api/clinics?locale=${locale}`);
    const pages = await Promise.all(items.map(card => open<ClinicPage>(card.path)));
    const all = <Item>(list: (page: ClinicPage) => Item[]) => pages.flatMap(list);
    for (const list of [all(page => page.doctors), all(page => page.accreditations), all(page => page.costs), all(page => page.reviews), all(page => page.treatments), all(page => page.notices)]) {
      expect(list.length).toBeGreaterThan(0);
    }
  });

  test('a treatment shows steps, criteria, risks, costs, clinics and articles', async () => {
    const { items } = await site.view<Paged<TreatmentCard>>(`/api/treatments?locale=${locale}`);
    const pages = await Promise.all(items.map(card => open<TreatmentPage>(card.path)));
    const page = pages.toSorted((one, other) => other.steps.length - one.steps.length)[0];
    for (const list of [page?.steps, page?.eligibility, page?.risks, page?.costs, page?.clinics, page?.articles]) expect(list?.length).toBeGreaterThan(0);
    expect(page?.stepDays).not.toBeNull();
  });

  test('people, conditions, the glossary, reviews and policy pages are there', async () => {
    const article = await openWhole(locale);
    const author = await open<PersonPage>(article.author?.path ?? '');
    expect(author.written.map(card => card.documentId)).toContain(article.documentId);
    const condition = await open<ConditionPage>(article.conditions[0]?.path ?? '');
    expect(condition.articles.map(card => card.documentId)).toContain(article.documentId);
    expect(condition.treatments.length).toBeGreaterThan(0);
    const { terms } = await site.view<GlossaryView>(`/api/glossary?locale=${locale}`);
    expect(terms.map(term => term.term)).toEqual(terms.map(term => term.term).toSorted(new Intl.Collator(locale).compare));
    const reviews = await site.view<Paged<ReviewView>>(`/api/reviews?locale=${locale}`);
    expect(reviews.items.length).toBeGreaterThan(0);
    const { footer } = await site.view<SiteSettings>(`/api/site?locale=${locale}`);
    const policies = footer.filter(link => link.href.includes('/pages/'));
    expect(policies.length).toBeGreaterThan(2);
    for (const { href } of policies) expect((await open<StaticPage>(href)).nodes.length).toBeGreaterThan(0);
  });
});

describe('an address where nothing lives', () => {
  test.each([
    '/api/articles/nothing-here?locale=en',
    '/api/articles/Not%20A%20Slug?locale=en',
    '/api/articles/..%2F..%2Fsite?locale=en',
    `/api${WHOLE}?locale=xx`,
    `/api${WHOLE}`,
    '/api/articles?locale=en&page=99',
    '/api/clinics?locale=en&page=99',
    '/api/articles?locale=en&page=99999999999999999999',
    '/api/clinics?locale=en&page=99999999999999999999',
    '/api/reviews?locale=en&page=99999999999999999999',
    '/api/site?locale=en&locale=ru',
  ])('%s answers 404', async (path) => {
    expect((await site.get(path)).status).toBe(404);
  });

  test('a slug of another language moves to the own one', async () => {
    const english = await open<ArticlePage>(`/en${WHOLE}`);
    const russian = english.languages.find(language => language.locale === 'ru')?.path ?? '';
    expect(await open<Moved>(`/ru${WHOLE}`)).toEqual({ movedTo: russian });
    expect(await open<Moved>(russian, 'en')).toEqual({ movedTo: `/en${WHOLE}` });
  });
});

async function openWhole(locale: string): Promise<ArticlePage> {
  const english = await open<ArticlePage>(`/en${WHOLE}`);
  return open<ArticlePage>(english.languages.find(language => language.locale === locale)?.path ?? '');
}

/** Every object of a kind, wherever it stands in a view. */
function allOf<Node extends { kind: string }>(value: unknown, kind: Node['kind']): Node[] {
  const found: Node[] = [];
  JSON.stringify(value, (_, node) => {
    if (typeof node === 'object' && node !== null && node.kind === kind) found.push(node);
    return node;
  });
  return found;
}

const citationsIn = (page: ArticlePage) => allOf<Extract<Inline, { kind: 'citation' }>>([page.blocks, page.keyTakeaways], 'citation');
const headingsIn = (page: ArticlePage) => allOf<Extract<RichNode, { kind: 'heading' }>>(page, 'heading');
