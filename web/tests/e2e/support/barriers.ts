import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** WCAG 2.2 A and AA, of AAA what can be computed (contrast, purpose of links), and good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const widths = [1440, 768, 320];

/**
 * What axe finds on a page as it stands, one line each.
 *
 * @param within selectors of the parts to look at; the whole page without.
 */
export async function barriers(page: Page, within: string[] = ['html']): Promise<string[]> {
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(axe.source);
  const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] };
  // As text: what the test runner makes of an imported name means nothing in the page.
  const { violations }: AxeResults = await page.evaluate(`axe.run(${JSON.stringify({ include: within })}, ${JSON.stringify(options)})`);
  return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
}

/**
 * What keeps somebody out of the page that is open, light and dark, at each width (320 px is also a wide page at
 * 400 %), with all that can be opened open; where it scrolls sideways, too.
 */
export async function barriersInEveryLook(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    found.push(...await sideways(page, `at ${width} px`));
  }
  await page.evaluate(() => document.querySelectorAll('details').forEach(details => details.setAttribute('open', '')));
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      found.push(...(await barriers(page)).map(barrier => `${colorScheme}, ${width} px: ${barrier}`));
    }
  }
  return found;
}

/** What a reader loses who sets letters, words and lines wider (WCAG 1.4.12), on a narrow page with all that can be opened open. */
export async function lossesInWiderText(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 900 });
  return page.evaluate(() => {
    const wider = new CSSStyleSheet();
    wider.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }');
    document.adoptedStyleSheets = [wider];
    const clipped = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = [overflowX, overflowY].some(overflow => overflow === 'hidden' || overflow === 'clip');
      return hides && element.checkVisibility() && element.closest('.visually-hidden, .skip, svg') === null
        && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
    });
    const width = document.documentElement.scrollWidth;
    document.adoptedStyleSheets = [];
    return [...clipped.map(element => `clipped: ${element.tagName} ${element.className}`), ...(width > 320 ? [`scrolls sideways in wider text: ${width} px`] : [])];
  });
}

/** Controls that have no edge, and drawings that have no ink, where the reader's own few colours replace ours. */
export async function lossesInForcedColours(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  const losses = await page.evaluate(() => {
    const paper = getComputedStyle(document.body).backgroundColor;
    const shown = (selector: string) => [...document.querySelectorAll(selector)].filter(element => element.checkVisibility());
    const name = (element: Element) => `${element.tagName} ${element.getAttribute('class') ?? element.textContent}`;
    return [
      ...shown('.button, button, select, input:not([type=hidden])').filter((element) => {
        const { borderBlockEndStyle, borderBlockEndWidth, borderBlockEndColor, textDecorationLine } = getComputedStyle(element);
        // A word that opens its definition is underlined, as a link is.
        if (textDecorationLine === 'underline') return false;
        return borderBlockEndStyle === 'none' || borderBlockEndWidth === '0px' || borderBlockEndColor === paper;
      }).map(element => `no edge: ${name(element)}`),
      ...shown('main svg :is(rect, path)').filter(shape => getComputedStyle(shape).fill === paper).map(shape => `no ink: ${name(shape)}`),
    ];
  });
  await page.emulateMedia({ forcedColors: 'none' });
  return losses;
}

async function sideways(page: Page, where: string): Promise<string[]> {
  const { reach, room } = await page.evaluate(() => ({ reach: document.documentElement.scrollWidth, room: document.documentElement.clientWidth }));
  return reach > room ? [`scrolls sideways ${where}: ${reach} px`] : [];
}
