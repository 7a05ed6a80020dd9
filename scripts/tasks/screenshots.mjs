// Takes the pictures of README.md and the guides into docs/pictures; with `-- --all` those of every page kind into .data/screenshots.
import { mkdirSync } from 'node:fs';
import process from 'node:process';

import { as, open, openPreview, uidOf } from '../lib/admin-pages.mjs';
import { buildCms, buildWeb } from '../lib/build.mjs';
import { withDemoSystem } from '../lib/demo-system.mjs';
import { pictureEveryPage } from '../lib/every-page.mjs';
import { inRoot, root } from '../lib/paths.mjs';
import { readSettings } from '../lib/settings.mjs';

const WIDE = { width: 1440, height: 1000 };
const NARROW = { width: 390, height: 844 };

const SITE = [
  { name: 'home-en', path: '/en', viewport: WIDE },
  { name: 'articles-en', path: '/en/articles', viewport: WIDE },
  { name: 'article-en', path: '/en/articles/stem-cells-for-multiple-sclerosis', viewport: WIDE },
  { name: 'article-ru-dark', path: '/ru/articles/stem-cells-for-multiple-sclerosis', viewport: WIDE, colorScheme: 'dark' },
  { name: 'costs-ru', path: '/ru/costs', viewport: WIDE },
  { name: 'clinics-en', path: '/en/clinics', viewport: WIDE },
  { name: 'article-en-phone', path: '/en/articles/stem-cells-for-multiple-sclerosis', viewport: NARROW },
  { name: 'untranslated-ru-phone', path: '/ru/articles/checking-a-clinic-before-you-travel', viewport: NARROW },
];

/** What each role sees, once `field` is filled. */
const ADMIN = [
  { name: 'admin-editor', role: 'editor', type: 'article', locale: 'en', field: 'title' },
  { name: 'admin-translator', role: 'translator-ru', type: 'article', locale: 'ru', field: 'title' },
  { name: 'admin-reviewer', role: 'medical-reviewer', type: 'article', locale: 'en', field: 'reviewedOn' },
  { name: 'admin-coordinator', role: 'coordinator', type: 'site', locale: 'en', field: 'openingHours', single: true },
];

const file = name => inRoot('docs/pictures', `${name}.png`);
async function pictureForDocs({ cms, siteUrl, browser }) {
  mkdirSync(inRoot('docs/pictures'), { recursive: true });
  for (const { name, path, viewport, colorScheme = 'light' } of SITE) {
    const page = await browser.newPage({ viewport, colorScheme });
    // Fonts do not swap: they are there from the second page on.
    await page.goto(siteUrl + path, { waitUntil: 'networkidle' });
    await page.reload({ waitUntil: 'networkidle' });
    await page.screenshot({ path: file(name) });
    await page.close();
    console.log(`docs/pictures/${name}.png`);
  }
  for (const { name, role, type, locale, field, single } of ADMIN) {
    const { documentId } = await cms.strapi.db.query(uidOf(type)).findOne({ where: { locale }, orderBy: { id: 'asc' } });
    await as(role, { cms, browser }, async (page) => {
      await open(page, cms.url, { type, documentId, locale, field, single });
      await page.screenshot({ path: file(name) });
    });
    console.log(`docs/pictures/${name}.png`);
  }
  const { documentId } = await cms.strapi.documents(uidOf('condition')).findFirst({ locale: 'en', status: 'published' });
  await cms.strapi.documents(uidOf('condition')).update({ documentId, locale: 'en', data: { summary: 'A summary that is still being written.' } });
  await as('editor', { cms, browser }, async (page) => {
    await open(page, cms.url, { type: 'condition', documentId, locale: 'en', field: 'name' });
    await openPreview(page);
    // The frame is there before it is painted.
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: file('admin-preview') });
  });
  console.log('docs/pictures/admin-preview.png');
}

const settings = readSettings(root);
await buildWeb(settings);
await buildCms(settings);
await withDemoSystem(process.argv.includes('--all') ? system => pictureEveryPage(system, inRoot('.data/screenshots')) : pictureForDocs);
process.exit(0);
