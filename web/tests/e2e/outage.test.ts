import { afterAll, beforeAll, expect, it } from 'vitest';

import { freePort, type Running } from './support/processes';
import { startSite } from './support/programs';

let site: Running;

beforeAll(async () => {
  site = await startSite(`http://127.0.0.1:${await freePort()}`, 'a-token-that-nobody-asks-for');
});

afterAll(async () => {
  await site.stop();
});

it.each([
  ['/en', 'en', 'This page cannot be shown just now'],
  ['/ru/articles/any-article', 'ru', 'Сейчас страницу показать не удаётся'],
  ['/ru/costs', 'ru', 'Сейчас страницу показать не удаётся'],
])('says at %s that the content cannot be reached, and never looks whole', async (path, locale, words) => {
  const answer = await fetch(site.url + path, { headers: { accept: 'text/html' } });
  const html = await answer.text();
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('60');
  expect(html).toContain(`<html  lang="${locale}"`);
  expect(html).toContain(words);
});
