import type { Entry, Json, Query } from '@polyclinic/shared-types';

import { findSingle } from '../cms/client';
import { defaultLocale } from '../../shared/locales';
import type { SiteLink, SiteSettings } from '../../shared/views/site';
import { notFound } from './parts/errors';
import { resolveLinks, type LinkResolver } from './parts/links';
import { mergeParts } from './parts/merge-parts';
import { sourceLocaleOf } from './parts/versions';

const linkSelection = { fields: ['key', 'hiddenIn', 'label', 'href'] } as const;

const siteQuery = {
  fields: [
    'locale', 'sourceLocale', 'brand', 'tagline', 'introduction', 'disclaimer', 'address', 'referenceCurrency',
    'email', 'phone', 'openingHours', 'holidays', 'timeZone', 'responseMinutes',
  ],
  populate: { navigation: linkSelection, footer: linkSelection },
} as const satisfies Query<'site'>;

type SiteEntry = Entry<'site', typeof siteQuery>;

/** The site's settings for a locale; in the source's words where it has none of its own. Throws 404 where there are none at all. */
export async function siteSettings(locale: string): Promise<SiteSettings> {
  const own = await findSingle('site', { ...siteQuery, locale });
  const sourceLocale = own === null ? defaultLocale : sourceLocaleOf(own);
  const source = sourceLocale === locale ? own : await findSingle('site', { ...siteQuery, locale: sourceLocale });
  const shown = own ?? source;
  if (shown === null) throw notFound('site settings');
  const links = [shown, source].flatMap(version => (version === null ? [] : [...version.navigation, ...version.footer]));
  return toSiteSettings(shown, source, locale, await resolveLinks(links.map(link => link.href), locale));
}

/** A link that leads nowhere is left out: a reader can do nothing with it. */
function toSiteSettings(shown: SiteEntry, source: SiteEntry | null, locale: string, resolveHref: LinkResolver): SiteSettings {
  const links = (which: 'navigation' | 'footer'): SiteLink[] =>
    mergeParts(shown[which], source === null || source === shown ? null : source[which], locale).flatMap(({ part, borrowed }) => {
      const href = resolveHref(part.href);
      if (href === null) return [];
      const lang = borrowed ? (source?.locale ?? null) : null;
      return [{ key: part.key ?? String(part.id), label: part.label, href, external: /^https?:/.test(href), lang }];
    });
  return {
    locale,
    lang: shown.locale === locale ? null : shown.locale,
    brand: shown.brand,
    tagline: shown.tagline,
    introduction: shown.introduction,
    navigation: links('navigation'),
    footer: links('footer'),
    disclaimer: shown.disclaimer,
    address: shown.address,
    referenceCurrency: shown.referenceCurrency,
    email: shown.email,
    phone: shown.phone,
    openingHours: shown.openingHours,
    holidays: toDates(shown.holidays),
    timeZone: shown.timeZone,
    responseMinutes: shown.responseMinutes,
  };
}

/** The currency in which the locale's readers count. */
export async function referenceCurrency(locale: string): Promise<string> {
  const own = await findSingle('site', { fields: ['referenceCurrency'], locale });
  const site = own ?? await findSingle('site', { fields: ['referenceCurrency'], locale: defaultLocale });
  return site?.referenceCurrency ?? 'EUR';
}

function toDates(holidays: Json | null): string[] {
  if (!Array.isArray(holidays)) return [];
  return holidays.filter((day): day is string => typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day));
}
