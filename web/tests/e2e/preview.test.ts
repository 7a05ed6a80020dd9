import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { signTicket, type Ticket } from '../../../cms/src/preview/ticket';
import { startCms, type Cms } from '../../../cms/tests/helpers/cms';
import { documentsOf, paragraphs } from '../../../cms/tests/helpers/content';
import { barriers } from './support/barriers';
import { connectBrowser } from './support/browser';
import type { Running } from './support/processes';
import { startSite } from './support/programs';

let cms: Cms;
let site: Running;
let browser: Browser;
let articles: ReturnType<typeof documentsOf>;
let id: string;

const admin = 'https://cms.polyclinic.example';
const hour = 60 * 60;
const now = () => Math.floor(Date.now() / 1000);
const words = (title: string, slug: string) => ({ title, slug, summary: `${title}.` });

beforeAll(async () => {
  cms = await startCms();
  const { CMS_READ_TOKEN: token = '', CMS_PREVIEW_TOKEN = '', PREVIEW_SECRET = '' } = cms.settings;
  site = await startSite(cms.url, token, { env: { CMS_PREVIEW_TOKEN, PREVIEW_SECRET, ADMIN_URL: admin } });
  browser = await connectBrowser();
  articles = documentsOf(cms.strapi, 'api::article.article');
  id = await articles.create('en', words('Old words', 'previewed'), 'published');
  await articles.save(id, 'ru', words('Старые слова', 'predprosmotr'), 'published');
  await articles.save(id, 'en', words('New words', 'previewed'));
  await articles.save(id, 'ru', words('Новые слова', 'predprosmotr'));
});

afterAll(async () => {
  await browser.close();
  await site.stop();
  await cms.stop();
});

const pathOf = (ticket: Partial<Ticket> = {}) => {
  const whole: Ticket = { type: 'article', documentId: id, locale: 'en', status: 'draft', expires: now() + hour, ...ticket };
  return `/${whole.locale}/preview/${signTicket(whole, cms.settings['PREVIEW_SECRET'] ?? '')}`;
};
const ask = (path: string) => fetch(site.url + path, { redirect: 'manual', headers: { accept: 'text/html' } });
const heading = (text: string) => expect.stringMatching(new RegExp(`<h1[^>]*>${text}</h1>`));
const textOf = async (path: string) => (await (await ask(path)).text()).replaceAll('\u00A0', ' ');

describe('the preview of a draft', () => {
  it.each([['en', 'New words', 'Old words', '/en/articles/previewed'], ['ru', 'Новые слова', 'Старые слова', '/ru/articles/predprosmotr']])(
    'shows in %s what readers do not see yet', async (locale, draft, published, path) => {
      const preview = await textOf(pathOf({ locale }));
      expect(preview).toEqual(heading(draft));
      expect(preview).not.toContain(published);
      expect(preview).toContain(`${admin}/admin/content-manager/collection-types/api::article.article/${id}?plugins[i18n][locale]=${locale}`);
      expect(preview).toContain(`href="${path}"`);
      expect(await textOf(path)).toEqual(heading(published));
      expect(await textOf(pathOf({ locale, status: 'published' }))).toEqual(heading(published));
    });

  it('is kept by nobody, found by nobody and framed by the admin alone', async () => {
    const { status, headers } = await ask(pathOf());
    expect(status).toBe(200);
    expect(Object.fromEntries(['cache-control', 'x-robots-tag', 'referrer-policy', 'speculation-rules'].map(name => [name, headers.get(name)])))
      .toEqual({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer', 'speculation-rules': null });
    expect(headers.get('content-security-policy')).toContain(`frame-ancestors ${admin}; script-src 'self'`);
    expect(headers.get('set-cookie')).toBeNull();
    expect((await ask('/en/articles/previewed')).headers.get('content-security-policy')).toContain('frame-ancestors \'none\'');
    const html = await textOf(pathOf());
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html.match(/<script[^>]*src="[^"]*"/g)).toEqual(['<script src="/preview.js"']);
  });

  it('is never seen by those who read at the same time', async () => {
    for (let round = 0; round < 3; round += 1) {
      const answers = await Promise.all([pathOf(), '/en/articles/previewed', pathOf({ status: 'published' }), pathOf()].map(textOf));
      expect(answers).toEqual(['New words', 'Old words', 'Old words', 'New words'].map(heading));
    }
    for (const path of ['/en/articles', '/en/feed.xml', '/en/search?q=words', '/api/articles/previewed?locale=en&status=draft']) {
      expect(await textOf(path), path).not.toContain('New words');
    }
  });

  it('shows what it links to as published, and as readers would', async () => {
    const other = await articles.create('en', words('Other old', 'other'), 'published');
    await articles.save(other, 'en', words('Other new', 'other'));
    const hidden = await articles.create('en', words('Hidden draft', 'hidden'));
    await articles.save(id, 'en', { related: [other, hidden] });
    const html = await textOf(pathOf());
    expect(html).toContain('Other old');
    expect(html).not.toMatch(/Other new|Hidden draft/);
  });
});

describe('what is not whole yet', () => {
  it.each(['article', 'treatment', 'clinic', 'condition', 'person', 'page'] as const)('is shown with what it lacks: an empty %s', async (type) => {
    const documentId = await documentsOf(cms.strapi, `api::${type}.${type}`).create('ru', { sourceLocale: 'ru' });
    const answer = await ask(pathOf({ type, documentId, locale: 'ru' }));
    const html = (await answer.text()).replaceAll('\u00A0', ' ');
    expect(answer.status).toBe(200);
    expect(html).toMatch(/<h1[^>]*>Без названия<\/h1>/);
    const { attributes } = cms.strapi.contentType(`api::${type}.${type}`);
    const required = Object.values(attributes).filter(attribute => 'required' in attribute && attribute.required);
    const [, named = ''] = /Осталось заполнить: ([^<]*)\./.exec(html) ?? [];
    expect(named.split(/, | и /)).toHaveLength(required.length);
    expect(html).toContain('Ещё не опубликовано');
  });

  it('is shown with blocks that are only begun', async () => {
    const zone = Object.values(cms.strapi.contentType('api::article.article').attributes).find(attribute => attribute.type === 'dynamiczone');
    const blocks = (zone?.components ?? []).map(__component => ({ __component, ...(__component === 'block.faq' ? { items: [] } : {}) }));
    const code = { __component: 'block.text', body: [{ type: 'code', children: [{ type: 'text', text: 'no' }] }, ...paragraphs('Yes [@nobody].')] };
    const documentId = await articles.create('en', { ...words('Begun', 'begun'), body: [...blocks, code] });
    const answer = await ask(pathOf({ documentId }));
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('Yes')]);
  });

  it('is shown in the language that there is, with a word about it', async () => {
    const documentId = await articles.create('en', words('Only English', 'only-english'));
    const html = await textOf(pathOf({ documentId, locale: 'ru' }));
    expect(html).toContain('Версии на этом языке пока нет.');
    expect(html).toContain('Эта страница пока не переведена на русский язык.');
    expect(html).toMatch(/<h1 lang="en"[^>]*>Only English/);
  });
});

describe('an address that opens nothing', () => {
  it('says that its hour is over, and where to go', async () => {
    const answer = await ask(pathOf({ locale: 'ru', expires: now() - 1 }));
    const html = (await answer.text()).replaceAll('\u00A0', ' ');
    expect(answer.status).toBe(410);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(html).toContain('Срок этого предпросмотра истёк');
    expect(html).toContain(`${admin}/admin/content-manager/collection-types/api::article.article/${id}?plugins[i18n][locale]=ru`);
    expect(html).not.toMatch(/(Новые|Старые) слова/);
  });

  it('was changed by somebody, or was not made here', async () => {
    const good = pathOf();
    for (const path of [good.replace('/en/', '/ru/'), good.replace('draft', 'published'), good.slice(0, -1), '/en/preview/x', '/en/preview']) {
      const answer = await ask(path);
      expect(answer.status, path).toBe(404);
      expect(await answer.text(), path).not.toContain('New words');
    }
    expect((await ask(good.replace('/en/', '/ru/'))).headers.get('x-robots-tag')).toBe('noindex');
    expect((await fetch(`${site.url}/api${good.slice(3)}x?locale=en`)).status).toBe(404);
  });

  it('names a document that is gone', async () => {
    expect((await ask(pathOf({ documentId: 'a'.repeat(24) }))).status).toBe(404);
  });

  it('is in no log', () => {
    expect(site.log()).not.toMatch(/preview\/[a-z]+-/);
  });
});

describe('the bar', () => {
  it.each(['light', 'dark'] as const)('can be used by everyone, %s', async (colorScheme) => {
    for (const [width, locale] of [[320, 'ru'], [1440, 'en']] as const) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, javaScriptEnabled: true });
      const page = await context.newPage();
      for (const path of [pathOf({ locale }), pathOf({ locale, expires: now() - 1 })]) {
        await page.goto(site.url + path);
        expect(await barriers(page), path).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
      await context.close();
    }
  });

  it('leads out of the frame, is not printed, and stays on the page for its own parts', async () => {
    const page = await browser.newPage();
    await page.goto(site.url + pathOf());
    expect(await page.locator('a:not([href^="#"]):not([target=_top])').count()).toBe(0);
    expect(await page.locator('a[href^="#"][target]').count()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('aside.preview').isVisible()).toBe(false);
    await page.close();
  });
});
