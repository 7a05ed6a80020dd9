import type { PageLocale } from '../locales.ts';
import type { ReadPage } from '../read-page.ts';
import { claimFindings } from './claims.ts';
import { encodingFindings } from './encoding.ts';
import type { Finding } from './finding.ts';
import { linkFindings } from './links.ts';
import { pictureFindings } from './pictures.ts';
import { priceFindings } from './prices.ts';
import { scriptFindings } from './scripts.ts';

/** What a reader of the page would stumble over. */
export function findingsOf(page: ReadPage, locale: PageLocale): Finding[] {
  return [...encodingFindings(page), ...scriptFindings(page, locale), ...pictureFindings(page), ...priceFindings(page), ...claimFindings(page), ...linkFindings(page)];
}
