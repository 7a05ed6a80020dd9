import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { connectBrowser } from './support/browser';

const siteUrl = inject('siteUrl');
const article = '/en/articles/stem-cells-for-multiple-sclerosis';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await connectBrowser();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
});

afterAll(() => browser.close());

/** What has the focus, and what is wrong with how it is shown; null where nothing has it. */
async function focused(): Promise<{ name: string; faults: string[] } | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    /** Relative luminance (WCAG) of a colour as a browser computes it. */
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number).map(channel => channel / 255)
        .map(channel => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    const [ring, paper] = [luminance(outlineColor), luminance(getComputedStyle(document.body).backgroundColor)];
    const contrast = (Math.max(ring, paper) + 0.05) / (Math.min(ring, paper) + 0.05);
    const [box] = element.getClientRects();
    const middle = box === undefined ? null : document.elementFromPoint(box.left + Math.min(box.width, 8) / 2, box.top + box.height / 2);
    return {
      name: (element.getAttribute('aria-label') ?? element.textContent).replace(/\s+/g, ' ').trim().slice(0, 60),
      faults: [
        ...(outlineStyle === 'none' || parseFloat(outlineWidth) < 2 ? ['no ring'] : []),
        ...(contrast < 3 ? [`a ring of contrast ${contrast.toFixed(1)}`] : []),
        ...(middle === null ? ['out of sight'] : element.contains(middle) || middle.contains(element) ? [] : [`hidden under ${middle.tagName} ${middle.className}`]),
      ],
    };
  });
}

async function tabTo(name: RegExp): Promise<void> {
  for (let steps = 0; steps < 400; steps += 1) {
    await page.keyboard.press('Tab');
    const there = await focused();
    if (there === null) break;
    if (name.test(there.name)) return;
  }
  throw new Error(`The keyboard does not reach ${name}`);
}

async function tabToField(selector: string): Promise<void> {
  const field = page.locator(selector);
  for (let steps = 0; steps < 100; steps += 1) {
    await page.keyboard.press('Tab');
    if (await field.evaluate(element => element === document.activeElement)) return;
  }
  throw new Error(`The keyboard does not reach ${selector}`);
}

describe.each(['/en', article, '/ru/costs', '/ru/clinics', '/en/search?q=hip', '/en/no-such-page'])('%s', (path) => {
  it.each([390, 1440])('shows where the keyboard is from the first link to the last, at %i px', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: width === 390 ? 'dark' : 'light' });
    await page.goto(siteUrl + path);
    const faults: string[] = [];
    let stops = 0;
    for (; stops < 500; stops += 1) {
      await page.keyboard.press('Tab');
      const there = await focused();
      if (there === null) break;
      faults.push(...there.faults.map(fault => `${there.name}: ${fault}`));
    }
    expect(faults).toEqual([]);
    expect(stops).toBeGreaterThan(15);
    expect(stops).toBeLessThan(500);
  });
});

describe('a reader with a keyboard alone', () => {
  it('goes past the header, to a part of an article, to a source and back', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(siteUrl + article);
    await page.keyboard.press('Tab');
    expect((await focused())?.name).toBe('Skip to main content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);

    const line = page.locator('.contents nav a').nth(2);
    const target = await line.getAttribute('href');
    await tabTo(new RegExp(`^${(await line.innerText()).trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&').slice(0, 30)}`));
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe(target);

    await tabTo(/^Source \d+$/);
    const citation = await page.evaluate(() => document.activeElement?.id);
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toMatch(/^#source-/);
    await tabTo(/^Source \d+, citation 1 in the text/);
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toMatch(/^#cite-/);
    await page.goBack();
    await page.goBack();
    expect(new URL(page.url()).hash).toBe(target);
    expect(citation).toMatch(/^cite-/);
  });

  it('opens and closes what can be opened', async () => {
    await page.goto(siteUrl + article);
    await tabTo(/^Read the transcript/);
    for (const open of [true, false]) {
      await page.keyboard.press('Enter');
      expect(await page.locator('.video details').first().evaluate(details => details.hasAttribute('open'))).toBe(open);
    }
  });

  it('filters costs, and searches', async () => {
    await page.goto(`${siteUrl}/en/costs`);
    await tabToField('select[name=country]');
    await page.keyboard.type('Pol');
    await page.waitForURL('**country=PL**');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('country');

    await page.goto(`${siteUrl}/en`);
    await tabToField('header [type=search]');
    await page.keyboard.type('cornea');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=cornea');
  });
});
