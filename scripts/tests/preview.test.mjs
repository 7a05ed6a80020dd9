import { beforeAll, describe, expect, test } from 'vitest';

import { as, open, openPreview, uidOf } from '../lib/admin-pages.mjs';
import { buildCms, buildWeb } from '../lib/build.mjs';
import { withDemoSystem } from '../lib/demo-system.mjs';
import { root } from '../lib/paths.mjs';
import { readSettings } from '../lib/settings.mjs';

beforeAll(async () => {
  const settings = readSettings(root);
  await buildCms(settings);
  await buildWeb(settings);
}, 900_000);

const patience = { timeout: 30_000 };

/** The first condition that is there in both languages, with new words in the drafts of both. */
async function changedCondition({ strapi }) {
  const documents = strapi.documents(uidOf('condition'));
  const { documentId, slug } = await documents.findFirst({ locale: 'ru', status: 'published' });
  await documents.update({ documentId, locale: 'en', data: { summary: 'New words of a draft.' } });
  await documents.update({ documentId, locale: 'ru', data: { summary: 'Новые слова черновика.' } });
  return { documentId, slug };
}

describe('the button of the admin', () => {
  test('opens the page with the draft in the language of the form, and the page follows when it is published from there', { timeout: 300_000 }, () => withDemoSystem(async (system) => {
    const { cms, siteUrl } = system;
    const { documentId, slug } = await changedCondition(cms);
    await as('editor', system, async (page) => {
      for (const [locale, words] of [['en', 'New words of a draft.'], ['ru', 'Новые слова черновика.']]) {
        await open(page, cms.url, { type: 'condition', documentId, locale, field: 'name' });
        const frame = await openPreview(page);
        await frame.getByText(words).first().waitFor(patience);
        expect(await frame.locator('html').getAttribute('lang')).toBe(locale);
      }
      expect(await (await fetch(`${siteUrl}/ru/conditions/${slug}`)).text()).not.toContain('Новые слова');

      const shown = page.frameLocator('iframe').locator('html');
      await shown.evaluate(root => root.setAttribute('data-before', ''));
      await page.getByRole('button', { name: /^(Publish|Опубликовать)$/ }).first().click();
      await expect.poll(() => shown.getAttribute('data-before'), patience).toBeNull();
      expect(await (await fetch(`${siteUrl}/ru/conditions/${slug}`)).text()).toContain('Новые');

      await page.frameLocator('iframe').locator('aside.preview a').first().click();
      await page.waitForURL(url => url.pathname.endsWith(documentId), patience);
      expect(new URL(page.url()).searchParams.get('plugins[i18n][locale]')).toBe('ru');
    });
  }));

  test('is not there for what has no page', { timeout: 300_000 }, () => withDemoSystem(async (system) => {
    const { documentId } = await system.cms.strapi.db.query(uidOf('source')).findOne({ where: {} });
    await as('editor', system, async (page) => {
      await open(page, system.cms.url, { type: 'source', documentId, locale: 'en', field: 'citationKey' });
      expect(await page.getByRole('link', { name: /preview|предпросмотр/i }).count()).toBe(0);
    });
  }));
});
