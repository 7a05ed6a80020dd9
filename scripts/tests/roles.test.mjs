import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startCms } from '../../cms/tests/helpers/cms.ts';
import { as as signedInAs, open as openForm, uidOf } from '../lib/admin-pages.mjs';
import { launchBrowser } from '../lib/browser.mjs';
import { buildCms } from '../lib/build.mjs';
import { root } from '../lib/paths.mjs';
import { readSettings } from '../lib/settings.mjs';

let cms;
let browser;
beforeAll(async () => {
  await buildCms(readSettings(root));
  cms = await startCms();
  browser = await launchBrowser();
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await cms?.stop();
});

const as = (role, work) => signedInAs(role, { cms, browser }, work);
const open = (page, type, { documentId, locale }, field) => openForm(page, cms.url, { type, documentId, locale, field });

/** The first document of a type that has a version in a language. */
const versionOf = (type, locale) => cms.strapi.db.query(uidOf(type)).findOne({ where: { locale, publishedAt: { $null: true } }, orderBy: { id: 'asc' } });

const stored = (type, documentId, locale, status = 'draft') => cms.strapi.documents(uidOf(type)).findOne({ documentId, locale, status });

/** Names of the types in the content manager’s menu, as their addresses have them. */
async function menuOf(page) {
  await page.goto(`${cms.url}/admin/content-manager`);
  await page.waitForSelector('a[href*="collection-types/api::"]');
  const links = await page.locator('nav a[href*="-types/api::"]').evaluateAll(anchors => anchors.map(anchor => /api::([a-z-]+)\./.exec(anchor.href)?.[1]));
  return links.sort();
}

const mainMenuOf = page => page.locator('nav').first().locator('a').evaluateAll(anchors => anchors.map(anchor => new URL(anchor.href).pathname));
/** A saved form takes a moment on a busy machine. */
const patience = { timeout: 15_000 };
const save = /^(Save|Сохранить)$/;
const publish = /^(Publish|Опубликовать)$/;
const button = (page, name) => page.getByRole('button', { name }).first();

describe('in a browser', { timeout: 120_000 }, () => {
  test('an editor changes a text and publishes it', () => as('editor', async (page) => {
    const version = await versionOf('condition', 'en');
    await open(page, 'condition', version, 'summary');
    await page.fill('textarea[name=summary]', 'An inflammatory disease, described anew.');
    await button(page, publish).click();
    await expect.poll(async () => (await stored('condition', version.documentId, 'en', 'published')).summary, patience).toBe('An inflammatory disease, described anew.');
    expect(await menuOf(page)).toContain('redirect');
    expect((await mainMenuOf(page)).join()).toContain('/plugins/upload');
  }));

  test('an editor does not sign', () => as('editor', async (page) => {
    await open(page, 'article', await versionOf('article', 'en'), 'title');
    expect(await page.isEditable('[name=title]')).toBe(true);
    expect(await page.isEditable('[name=reviewedOn]')).toBe(false);
  }));

  test('a Russian translator saves Russian words, publishes nothing and cannot touch English', () => as('translator-ru', async (page) => {
    const version = await versionOf('condition', 'ru');
    await open(page, 'condition', version, 'summary');
    await page.fill('textarea[name=summary]', 'Воспалительное заболевание, описанное заново.');
    expect(await button(page, publish).isEnabled()).toBe(false);
    await button(page, save).click();
    await expect.poll(async () => (await stored('condition', version.documentId, 'ru')).summary, patience).toBe('Воспалительное заболевание, описанное заново.');
    expect(await page.isEditable('[name=icd10]')).toBe(false);

    await open(page, 'condition', { ...version, locale: 'en' }, 'summary');
    expect(await page.isEditable('[name=summary]')).toBe(false);
    expect(await menuOf(page)).not.toContain('cost-entry');
    expect((await mainMenuOf(page)).join()).not.toContain('/plugins/upload');
  }));

  test('a medical reviewer reads the claims and signs', () => as('medical-reviewer', async (page) => {
    const version = await versionOf('article', 'en');
    await open(page, 'article', version, 'title');
    expect(await page.isEditable('[name=title]')).toBe(false);
    await page.click('[name=reviewedOn]');
    // At once: what is typed sign by sign is read as a date on the way.
    await page.fill('[name=reviewedOn]', '11/05/2026');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await button(page, save).click();
    await expect.poll(async () => (await stored('article', version.documentId, 'en')).reviewedOn, patience).toBe('2026-11-05');
    expect(await button(page, publish).isEnabled()).toBe(false);
  }));

  test('a coordinator looks up a clinic and changes nothing', () => as('coordinator', async (page) => {
    await open(page, 'clinic', await versionOf('clinic', 'en'), 'name');
    expect(await page.isEditable('[name=name]')).toBe(false);
    expect(await button(page, save).isEnabled()).toBe(false);
    const menu = await menuOf(page);
    expect(menu).toEqual(expect.arrayContaining(['clinic', 'cost-entry', 'site']));
    expect(menu).not.toContain('redirect');
    await page.goto(`${cms.url}/admin/settings/users`);
    await page.waitForTimeout(1000);
    expect(await page.locator('td').count()).toBe(0);
  }));
});
