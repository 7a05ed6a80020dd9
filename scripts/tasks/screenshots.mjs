// Takes the pictures of README.md and the guides into docs/pictures.
import { mkdirSync } from 'node:fs';
import process from 'node:process';

import { buildWeb } from '../lib/build.mjs';
import { withDemoSystem } from '../lib/demo-system.mjs';
import { inRoot, root } from '../lib/paths.mjs';
import { readSettings } from '../lib/settings.mjs';

const WIDE = { width: 1440, height: 1000 };
const NARROW = { width: 390, height: 844 };
const PICTURES = [
  { name: 'home-en', path: '/en', viewport: WIDE },
  { name: 'article-en', path: '/en/articles/stem-cells-for-multiple-sclerosis', viewport: WIDE },
  { name: 'article-ru-dark', path: '/ru/articles/stem-cells-for-multiple-sclerosis', viewport: WIDE, colorScheme: 'dark' },
  { name: 'costs-ru', path: '/ru/costs', viewport: WIDE },
  { name: 'clinics-en', path: '/en/clinics', viewport: WIDE },
  { name: 'article-en-phone', path: '/en/articles/stem-cells-for-multiple-sclerosis', viewport: NARROW },
  { name: 'untranslated-ru-phone', path: '/ru/articles/checking-a-clinic-before-you-travel', viewport: NARROW },
];

await buildWeb(readSettings(root));
mkdirSync(inRoot('docs/pictures'), { recursive: true });
await withDemoSystem(async ({ siteUrl, browser }) => {
  for (const { name, path, viewport, colorScheme = 'light' } of PICTURES) {
    const page = await browser.newPage({ viewport, colorScheme });
    await page.goto(siteUrl + path, { waitUntil: 'networkidle' });
    await page.screenshot({ path: inRoot('docs/pictures', `${name}.png`) });
    await page.close();
    console.log(`docs/pictures/${name}.png`);
  }
});
process.exit(0);
