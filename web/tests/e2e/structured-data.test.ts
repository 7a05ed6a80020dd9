import { expect, inject, it } from 'vitest';

import { askOnce } from './support/ask-once';
import { connectBrowser } from './support/browser';
import { graphIn } from './support/structured-data';

const siteUrl = inject('siteUrl');
const { pages } = inject('siteMap');
const ask = askOnce(siteUrl);

/** The nodes of a page's structured data by their type. */
const readGraph = async (path: string) => graphIn((await ask(path)).text);

const pageProperties = ['@id', 'url', 'name', 'description', 'inLanguage', 'isPartOf', 'publisher'];

/** What the pages of a kind have to say, by the type of node. */
const required: Record<string, Record<string, string[]>> = {
  '': { WebPage: pageProperties },
  'articles': { CollectionPage: [...pageProperties, 'mainEntity', 'breadcrumb'] },
  'articles/slug': {
    MedicalWebPage: [...pageProperties, 'about', 'mainEntity', 'breadcrumb'],
    Article: ['headline', 'description', 'inLanguage', 'author', 'publisher', 'citation', 'image', 'mainEntityOfPage'],
  },
  'treatments': { CollectionPage: [...pageProperties, 'mainEntity'] },
  'treatments/slug': { MedicalWebPage: [...pageProperties, 'about', 'mainEntity'], MedicalTherapy: ['name', 'description', 'url', 'contraindication', 'howPerformed'] },
  'clinics': { CollectionPage: [...pageProperties, 'mainEntity'] },
  // All clinics and people of the demo content are invented: of them no more is said.
  'clinics/slug': { MedicalWebPage: pageProperties, MedicalClinic: ['name', 'description', 'url', 'address', 'disambiguatingDescription'] },
  'people/slug': { ProfilePage: [...pageProperties, 'mainEntity'], Person: ['name', 'url', 'disambiguatingDescription'] },
  'conditions/slug': { MedicalWebPage: pageProperties, MedicalCondition: ['name', 'description', 'url', 'code', 'possibleTreatment'] },
  'pages/slug': { WebPage: pageProperties },
  'glossary': { WebPage: pageProperties, DefinedTermSet: ['name', 'url', 'inLanguage', 'hasDefinedTerm'] },
  'costs': { WebPage: pageProperties },
  'reviews': { CollectionPage: [...pageProperties, 'mainEntity'] },
};

it.each(pages)('the data of %s says what the page is', async (path) => {
  const [, , segment = '', slug, ...parts] = path.split('/');
  const graph = await readGraph(path);
  const kind = slug === undefined ? segment : [segment, 'slug', ...parts].join('/');
  const expected = { ...(required[kind] ?? { WebPage: pageProperties }), WebSite: ['name', 'url'], Organization: ['name', 'url'], ...(segment === '' ? {} : { BreadcrumbList: ['itemListElement'] }) };
  for (const [type, properties] of Object.entries(expected)) {
    expect(Object.keys(graph), path).toContain(type);
    for (const property of properties) expect(graph[type], `${type}.${property}`).toHaveProperty([property]);
  }
  expect(JSON.stringify(graph)).not.toContain('\u00A0');
});

it('names who reviewed an article, and when, wherever the page does', async () => {
  const reviewed: string[] = [];
  for (const path of pages.filter(page => /^\/en\/articles\/./.test(page))) {
    const { MedicalWebPage } = await readGraph(path);
    const { text: html } = await ask(path);
    expect(MedicalWebPage?.lastReviewed !== undefined, path).toBe(html.includes('Medically reviewed by'));
    if (MedicalWebPage?.lastReviewed === undefined) continue;
    reviewed.push(path);
    expect(MedicalWebPage.reviewedBy, path).toMatchObject({ '@type': 'Person', 'name': expect.any(String), 'url': expect.stringContaining('/en/people/') });
  }
  expect(reviewed.length).toBeGreaterThan(0);
});

it('claims nothing of what is invented: no price, no certificate, no place on the map, no rating', async () => {
  for (const path of pages) {
    const graph = JSON.stringify(await readGraph(path));
    expect(graph, path).not.toMatch(/"(hasCertification|geo|hasCredential|aggregateRating|review)":/);
    // Prices of the demo content are from invented price lists.
    expect(graph, path).not.toMatch(/"@type":"(Aggregate)?Offer"/);
  }
});

it('is data to a browser, which the policy of pages without script lets stand', async () => {
  const browser = await connectBrowser();
  const tab = await browser.newPage();
  const complaints: string[] = [];
  tab.on('console', message => complaints.push(message.text()));
  await tab.goto(`${siteUrl}/en/treatments`);
  const data = await tab.locator('script[type="application/ld+json"]').textContent();
  expect(await tab.locator('script').count()).toBe(1);
  await browser.close();
  expect(JSON.parse(data ?? '')['@graph'].length).toBeGreaterThan(2);
  expect(complaints).toEqual([]);
});
