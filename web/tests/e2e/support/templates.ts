import { globSync } from 'node:fs';
import { resolve } from 'node:path';

import type { SiteMap } from './crawl';

/** What the site has pages for, as its files say: `articles/[slug]`. */
export const templates = globSync('**/*.vue', { cwd: resolve(import.meta.dirname, '../../../app/pages') })
  .map(file => file.replace(/(\/?index)?\.vue$/, ''))
  .sort();

/** Templates of which no example is looked at in a browser, each with the reason. */
export const excepted: Record<string, string> = {
  'preview/[ticket]': 'It is opened by a signed ticket alone, which preview.test.ts makes and looks at.',
};

/** The pages of a template in a locale. */
export function pagesOf(template: string, locale: string, { pages }: SiteMap): string[] {
  const pattern = new RegExp(`^/${locale}${template && `/${template.replaceAll('[slug]', '[^/]+')}`}$`);
  return pages.filter(path => pattern.test(path));
}

/** A page of each template in a locale. */
export function examples(locale: string, siteMap: SiteMap): string[] {
  return templates.flatMap(template => pagesOf(template, locale, siteMap).slice(0, 1));
}

/**
 * What a reader may meet in a locale: a page of each template, and the faces that a template shows at other
 * addresses only. Those of 410 and 503 are looked at where they arise, in the tests of changes and of an outage.
 */
export function faces(locale: string, siteMap: SiteMap): string[] {
  const [treatment = ''] = siteMap.choices.filter(choice => choice.startsWith(`/${locale}/costs?treatment=`));
  const [sheet = ''] = siteMap.choices.filter(choice => choice.startsWith(`/${locale}/`) && choice.includes('/questions?with='));
  const chosen = new URL(treatment, 'http://site').searchParams.get('treatment') ?? '';
  return [
    ...examples(locale, siteMap),
    // Written in English only: in Russian it is the page of a document that is not translated.
    `/${locale}/articles/checking-a-clinic-before-you-travel`,
    // With the chart of countries.
    treatment,
    // Two languages side by side.
    sheet,
    `/${locale}/clinics?${new URLSearchParams({ country: 'TR' })}`,
    // Nothing fits.
    `/${locale}/clinics?${new URLSearchParams({ country: 'DE', treatment: chosen })}`,
    `/${locale}/costs?${new URLSearchParams({ treatment: chosen, country: 'DE' })}`,
    `/${locale}/search?q=PhD`,
    `/${locale}/search?q=qqqqqqqq`,
    notFoundPath(locale),
  ];
}

export const notFoundPath = (locale: string) => `/${locale}/no-such-page`;
