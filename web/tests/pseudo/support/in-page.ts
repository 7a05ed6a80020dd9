/*
 * What runs in the page: each function stands for itself, since the browser gets its text alone.
 */

/** Words of a page that are neither the catalogue's nor the CMS's, as `element: words`; empty where all are. */
export function strangeWords(facts: string): string[] {
  const fact = new RegExp(facts, 'gu');
  const rightToLeft = document.documentElement.dir === 'rtl';
  const found: string[] = [];
  // An option is a line of its own.
  const isApart = (element: Element) => element.closest('bdi, option, [dir]') !== document.documentElement;
  const hold = (element: Element, text: string | null, where: string) => {
    const words = (text ?? '').trim();
    if (!/[A-Za-z]|\+\d/.test(words) || element.closest('[lang]') !== document.documentElement) return;
    if (/[A-Za-z]/.test(words.replaceAll(fact, ''))) found.push(`hard-coded in ${where}: ${words.slice(0, 80)}`);
    // A fact in Latin letters turns what stands around it, unless it is apart: by an element, or by the marks that stand for one.
    else if (rightToLeft && !isApart(element) && /[A-Za-z]|\+\d/.test(words.replaceAll(/\u2068[^\u2069]*\u2069/g, ''))) found.push(`not isolated in ${where}: ${words.slice(0, 80)}`);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const element = node.parentElement;
    if (element !== null && element.closest('script, style') === null) hold(element, node.textContent, `${element.tagName.toLowerCase()}.${element.className}`);
  }
  for (const name of ['alt', 'aria-label', 'title', 'placeholder']) {
    for (const element of document.body.querySelectorAll(`[${name}]`)) hold(element, element.getAttribute(name), name);
  }
  // An untranslated document is called by its own words.
  if (document.querySelector('h1[lang], [lang] > h1, main [lang] h1') === null) {
    for (const text of [document.title, document.querySelector('meta[name=description]')?.getAttribute('content') ?? '']) {
      if (/[A-Za-z]/.test(text.replaceAll(fact, ''))) found.push(`hard-coded in the head: ${text}`);
    }
  }
  return found;
}

/** What is wider than its place: the page, an element that sticks out of it or hides its end, a region that scrolls but not by keyboard. */
export function overflowing(): string[] {
  const width = document.documentElement.clientWidth;
  const found: string[] = [];
  const name = (element: Element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
  const isInScroller = (element: Element): boolean => {
    const outer = element.parentElement;
    return outer !== null && (/auto|scroll/.test(getComputedStyle(outer).overflowX) || isInScroller(outer));
  };
  const page = document.scrollingElement;
  if (page !== null && page.scrollWidth > width) found.push(`the page is ${page.scrollWidth} px wide`);
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const style = getComputedStyle(element);
    // Words for a screen reader.
    if (style.clipPath !== 'none' || element.parentElement?.closest('.visually-hidden, .skip') || element.closest('svg, select, option')) continue;
    const scrolls = element.scrollWidth > element.clientWidth + 1 && style.display !== 'inline';
    if (scrolls && /hidden|clip/.test(style.overflowX)) found.push(`${name(element)} hides its end: ${(element.textContent ?? '').trim().slice(0, 60)}`);
    if (scrolls && /auto|scroll/.test(style.overflowX) && element.tabIndex < 0 && element.querySelector('a, button, input') === null) found.push(`${name(element)} scrolls, but not by keyboard`);
    const { left, right, width: own } = element.getBoundingClientRect();
    if (own > 0 && (left < -1 || right > width + 1) && !isInScroller(element)) {
      found.push(`${name(element)} sticks out: ${Math.round(left)} to ${Math.round(right)} of ${width}: ${(element.textContent ?? '').trim().slice(0, 60)}`);
    }
  }
  return found;
}
