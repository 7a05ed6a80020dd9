import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';

import { plain, useScriptedTab } from './support/scripted-tab';

const tab = useScriptedTab();

/** Puts the first clinics of the list on the shortlist, and gives their names. */
async function keep(page: Page, howMany: number): Promise<string[]> {
  for (let index = 0; index < howMany; index++) await page.locator('.keep button').nth(index).click();
  return (await page.locator('.clinic .name').allTextContents()).slice(0, howMany).map(plain);
}

const columns = (page: Page) => page.locator('.comparison thead a').allTextContents().then(names => names.map(plain));

it('keeps clinics on the device, compares them, and forgets them', async () => {
  const page = await tab.open('/en/clinics');
  const names = await keep(page, 2);
  expect(await page.getByRole('button', { name: `Shortlist: ${names[0]}` }).getAttribute('aria-pressed')).toBe('true');
  await page.reload();
  const summary = page.locator('.shortlist summary');
  await summary.getByText('Your shortlist: 2 clinics').click();
  await page.locator('.comparison').waitFor();
  expect(await columns(page)).toEqual(names);
  const rows = (await page.locator('.comparison tbody th').allTextContents()).map(plain);
  expect(rows).toEqual(expect.arrayContaining(['Location', 'Founded', 'Languages', 'Accreditation']));
  expect(await page.locator('.comparison').textContent()).toMatch(/from.€/);

  await page.getByRole('button', { name: `Remove ${names[0]}` }).click();
  expect(await columns(page)).toEqual(names.slice(1));
  expect(await summary.evaluate(element => element === document.activeElement)).toBe(true);
  await page.getByRole('button', { name: 'Remove all' }).click();
  expect(plain(await summary.textContent())).toBe('Your shortlist is empty');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

it('sends nobody what is on the list', async () => {
  const page = await tab.open('/en/clinics');
  const asked: string[] = [];
  tab.context.on('request', request => asked.push(request.url() + (request.postData() ?? '')));
  await keep(page, 1);
  await page.locator('.shortlist summary').click();
  await page.locator('.comparison').waitFor();
  const kept = await page.evaluate(() => localStorage.getItem('choices') ?? '');
  const [id = ''] = /[a-z0-9]{24}/.exec(kept) ?? [];
  expect(id).not.toBe('');
  expect(asked.filter(request => request.includes(id))).toEqual([]);
});

it('shows the list in the language of the page, beside prices, and in every tab', async () => {
  const page = await tab.open('/en/clinics');
  await keep(page, 1);
  const russian = await tab.open('/ru/costs');
  const summary = russian.locator('.shortlist summary');
  expect(plain(await summary.textContent())).toBe('В вашем списке 1 клиника');
  await summary.click();
  await russian.locator('.comparison').waitFor();
  expect(await russian.locator('.comparison tbody').textContent()).toMatch(/\p{Script=Cyrillic}/u);

  await page.locator('.keep button').nth(1).click();
  await summary.getByText('2').waitFor();
  expect(await columns(russian)).toHaveLength(2);
});

it('says that a kept clinic is no longer there', async () => {
  const page = await tab.open('/en/clinics');
  await page.evaluate(() => localStorage.setItem('choices', '{"shortlist":["goneclinic0000000000000a"],"currency":null}'));
  await page.reload();
  await page.locator('.shortlist summary').getByText('Your shortlist: 1 clinic').click();
  await page.getByText('1 clinic on your list is no longer on this site.').waitFor();
  await page.getByRole('button', { name: 'Remove from the list' }).click();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

it('begins anew where something else stands in the storage', async () => {
  const page = await tab.open('/en/clinics');
  for (const foreign of ['{"shortlist":[{"a":1}]}', 'nonsense']) {
    await page.evaluate(text => localStorage.setItem('choices', text), foreign);
    await page.reload();
    await page.locator('.shortlist summary').getByText('Your shortlist is empty').waitFor();
  }
  await keep(page, 1);
  await page.locator('.shortlist summary').getByText('Your shortlist: 1 clinic').waitFor();
});

it('says so when the comparison cannot be loaded, and tries again', async () => {
  const page = await tab.open('/en/clinics');
  await keep(page, 1);
  await page.route('**/api/comparison**', route => route.abort());
  await page.locator('.shortlist summary').click();
  await page.getByText('The comparison cannot be loaded just now.').waitFor();
  await page.unroute('**/api/comparison**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('.comparison').waitFor();
  expect(tab.faults.splice(0)).toEqual([expect.stringContaining('ERR_FAILED')]);
});

it('prints the comparison whole', async () => {
  const page = await tab.open('/en/clinics');
  await keep(page, 3);
  await page.locator('.shortlist summary').click();
  await page.locator('.comparison').waitFor();
  await page.setViewportSize({ width: 672, height: 900 });
  await page.emulateMedia({ media: 'print' });
  const table = await page.locator('.comparison table').boundingBox();
  expect((table?.x ?? 0) + (table?.width ?? 1000)).toBeLessThanOrEqual(672);
  expect(await page.locator('.comparison button').first().isVisible()).toBe(false);
});
