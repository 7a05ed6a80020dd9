import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import { crawl } from '../../web/tests/e2e/support/crawl.ts';
import { faces } from '../../web/tests/e2e/support/templates.ts';
import { inRoot } from './paths.mjs';

const VIEWPORTS = { desktop: { width: 1440, height: 1000 }, phone: { width: 390, height: 844 } };
const SCHEMES = ['light', 'dark'];
const ARTICLE = 'api::article.article';

/**
 * Takes a picture of every page kind, whole, in every language, on a phone and a wide screen, light and dark, and
 * prints each. Kinds are found by following the links of the site, so that a new page cannot be forgotten; the pages
 * of errors come last, since a page is withdrawn for them and the CMS taken away.
 *
 * @param {{ cms: import('../../cms/tests/helpers/cms.ts').Cms, siteUrl: string, browser: import('playwright-core').Browser }} system
 * @param {string} folder is emptied first
 */
export async function pictureEveryPage({ cms, siteUrl, browser }, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const locales = JSON.parse(readFileSync(inRoot('locales.json'), 'utf8')).map(({ code }) => code);
  const siteMap = await crawl(siteUrl, locales.map(locale => `/${locale}`));
  const picture = (paths, name) => take({ browser, siteUrl, folder }, paths, name);
  await picture(locales.flatMap(locale => faces(locale, siteMap)), nameOf);

  const { documentId, slug } = await cms.strapi.db.query(ARTICLE).findOne({ where: { locale: locales[0] } });
  for (const locale of locales) await cms.strapi.documents(ARTICLE).unpublish({ documentId, locale });
  await picture(locales.map(locale => `/${locale}/articles/${slug}`), pagePath => `${pagePath.slice(1, 3)}-error-410`);

  // Its address changes, and the site keeps asking the old one.
  await cms.restart();
  await picture(locales.map(locale => `/${locale}/articles`), pagePath => `${pagePath.slice(1, 3)}-error-503`);
}

async function take({ browser, siteUrl, folder }, paths, name) {
  for (const [size, viewport] of Object.entries(VIEWPORTS)) {
    for (const colorScheme of SCHEMES) {
      const page = await browser.newPage({ viewport, colorScheme });
      for (const pagePath of paths) {
        await visit(page, siteUrl + pagePath);
        await page.screenshot({ path: path.join(folder, `${name(pagePath)}-${size}-${colorScheme}.png`), fullPage: true });
      }
      await page.close();
      console.log(`${paths.length} pages, ${size}, ${colorScheme}`);
    }
  }
  const printing = await browser.newPage();
  for (const pagePath of paths) {
    await visit(printing, siteUrl + pagePath);
    await printing.pdf({ path: path.join(folder, `${name(pagePath)}.pdf`), format: 'A4', preferCSSPageSize: true });
  }
  await printing.close();
  console.log(`${paths.length} pages, printed`);
}

/** Fonts do not swap: they are there from the second time on. */
async function visit(page, address) {
  await page.goto(address, { waitUntil: 'load' });
  await page.reload({ waitUntil: 'load' });
  await page.evaluate(loadPictures);
}

/** Runs in the page: pictures further down would be loaded when a reader comes near. */
async function loadPictures() {
  await Promise.all([...document.images].map((image) => {
    image.loading = 'eager';
    return image.decode();
  }));
}

/** `/en/costs?country=TR` is `en-costs-country-TR`. */
const nameOf = pagePath => pagePath.slice(1).replaceAll(/\W+/g, '-');
