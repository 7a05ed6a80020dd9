import { afterAll, beforeAll, expect, it } from 'vitest';

import { startCms, type Cms } from '../../../cms/tests/helpers/cms';
import { documentsOf, paragraphs } from '../../../cms/tests/helpers/content';
import { localeCodes } from '../../shared/locales';
import { barriersInEveryLook } from './support/barriers';
import { connectBrowser } from './support/browser';
import type { Running } from './support/processes';
import { startSite } from './support/programs';

let cms: Cms;
let site: Running;
let articles: ReturnType<typeof documentsOf>;

beforeAll(async () => {
  cms = await startCms();
  site = await startSite(cms.url, cms.settings['CMS_READ_TOKEN'] ?? '');
  articles = documentsOf(cms.strapi, 'api::article.article');
});

afterAll(async () => {
  await site.stop();
  await cms.stop();
});

const ask = (path: string) => fetch(site.url + path, { redirect: 'manual', headers: { accept: 'text/html' } });
/** What an address answers, with where it leads, until that is what it should be. */
const soon = (path: string) => expect.poll(() => ask(path).then(({ status, headers }) => [status, headers.get('location')]), { timeout: 5000, interval: 20 });
const words = (title: string, slug: string) => ({ title, slug, summary: `${title}.` });

it('sends a reader on when an address changes, and says so when a page is withdrawn', async () => {
  const id = await articles.create('en', words('Moving', 'moving-old'), 'published');
  await articles.save(id, 'en', { slug: 'moving-new' }, 'published');
  await soon('/en/articles/moving-old').toEqual([301, '/en/articles/moving-new']);
  expect((await ask('/en/articles/moving-old')).headers.get('cache-control')).toBe('no-cache');
  await soon('/ru/articles/moving-new').toEqual([200, null]);

  await cms.strapi.documents('api::article.article').unpublish({ documentId: id, locale: 'en' });
  await soon('/ru/articles/moving-new').toEqual([410, null]);
  const gone = await ask('/ru/articles/moving-new');
  expect(await gone.text()).toContain('Эта страница снята с публикации');
  const browser = await connectBrowser();
  const page = await browser.newPage();
  for (const locale of localeCodes) {
    await page.goto(`${site.url}/${locale}/articles/moving-new`);
    expect(await barriersInEveryLook(page)).toEqual([]);
  }
  await browser.close();
});

it('sends a reader of the original on once there is a translation', async () => {
  const id = await articles.create('en', words('Late', 'late-in-russian'), 'published');
  await soon('/ru/articles/late-in-russian').toEqual([200, null]);
  await articles.save(id, 'ru', words('Поздно', 'pozdno'), 'published');
  await soon('/ru/articles/late-in-russian').toEqual([301, '/ru/articles/pozdno']);
  await soon('/ru/articles/pozdno').toEqual([200, null]);
});

it('shows a part that is not translated in its own language to the last label, with a note in the reader’s', async () => {
  const question = { key: 'q1q1q1q1', question: 'Does it work?', answer: paragraphs('Nobody knows.') };
  const source = await documentsOf(cms.strapi, 'api::source.source').create(undefined, { citationKey: 'trial-2020', title: 'A trial', type: 'journal_article', year: 2020 });
  const claim = { __component: 'evidence.claim', key: 'claimaaa', claim: 'It slows the disease.', grade: 'low', source };
  const id = await articles.create('en', { ...words('Partly', 'partly'), body: [claim, { __component: 'block.faq', key: 'faqfaqfa', title: 'Questions', items: [question] }] }, 'published');
  await articles.save(id, 'ru', { ...words('Отчасти', 'otchasti'), body: [{ __component: 'block.text', key: 'textaaaa', body: paragraphs('Раз.') }] }, 'published');

  await soon('/ru/articles/otchasti').toEqual([200, null]);
  const html = await (await ask('/ru/articles/otchasti')).text();
  const part = html.split('class="part"').find(text => text.includes('id="claim-claimaaa"')) ?? '';
  expect(part.replaceAll('\u00A0', ' ')).toContain('Эта часть пока не переведена. Язык оригинала — английский.');
  const [, inside = ''] = part.split('lang="en"');
  expect(inside).toContain('It slows the disease.');
  expect(inside).toContain('Low certainty');
  expect(inside.match(/[\u0400-\u04FF]/)).toBeNull();
});

it('shows an edit everywhere, in what was read before too, and nothing of what is withdrawn', async () => {
  const id = await articles.create('en', words('Daily words', 'daily-words'), 'published');
  const everywhere = ['/en/articles/daily-words', '/en/articles', '/en/feed.xml', '/en/sitemap.xml'];
  const texts = (wanted: string) => () => Promise.all(everywhere.map(async path => (await (await ask(path)).text()).includes(wanted)));
  const quick = { timeout: 5000, interval: 20 };
  await expect.poll(texts('daily-words'), quick).toEqual([true, true, true, true]);
  await articles.save(id, 'en', words('Weekly words', 'daily-words'), 'published');
  await expect.poll(texts('Weekly words'), quick).toEqual([true, true, true, false]);
  expect(await texts('Daily words')()).toEqual([false, false, false, false]);
  await cms.strapi.documents('api::article.article').unpublish({ documentId: id, locale: 'en' });
  await expect.poll(texts('daily-words'), quick).toEqual([false, false, false, false]);
  await expect.poll(texts('Weekly words'), quick).toEqual([false, false, false, false]);
});

it('says plainly that a review is overdue', async () => {
  await articles.create('en', { ...words('Stale', 'stale'), reviewedOn: '2024-01-10', reviewDueOn: '2025-01-10' }, 'published');
  await soon('/en/articles/stale').toEqual([200, null]);
  const html = await (await ask('/en/articles/stale')).text();
  expect(html).toMatch(/Review overdue since <time datetime="2025-01-10"[^>]*>10\u00A0January\u00A02025/);
});
