import type { Page } from 'playwright-core';

/** Words that a reader sees or hears, with the language that the page says they are in. */
interface Words { text: string; lang: string; where: string }

interface Link {
  href: string;
  /** What a screen reader says of it. */
  name: string;
  /** The named navigation, search or table in which it stands, if any. */
  context: string;
}

/** What a browser understands of a page's HTML. */
export interface PageFacts {
  ids: string[];
  links: Link[];
  words: Words[];
  /** The last choice of each list in a form, as the address that it leads to. */
  offers: string[];
}

/** Reads the HTML of a page in a tab, without loading anything of it. */
export async function readPage(tab: Page, html: string): Promise<PageFacts> {
  return tab.evaluate((html) => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const all = <Kind extends Element>(selector: string) => [...page.querySelectorAll<Kind>(selector)];
    const named = ['alt', 'title', 'aria-label', 'placeholder', 'label'];
    const place = (element: Element | null) => ({
      lang: element?.closest('[lang]')?.getAttribute('lang') ?? '',
      where: element === null ? '' : `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`,
    });
    const nameOf = (element: Element) => {
      const by = element.getAttribute('aria-labelledby')?.split(' ').map(id => page.getElementById(id)?.textContent ?? '').join(' ');
      return (by ?? element.getAttribute('aria-label') ?? element.textContent).replace(/\s+/g, ' ').trim();
    };

    const texts: Words[] = [];
    const walker = page.createTreeWalker(page.documentElement, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (parentElement?.closest('script, style') === null && textContent?.trim()) texts.push({ text: textContent.trim(), ...place(parentElement) });
    }
    const attributes = all(named.map(name => `[${name}]`).join()).flatMap(element => named.flatMap((name) => {
      const text = element.getAttribute(name);
      return text === null ? [] : [{ text, ...place(element) }];
    }));
    const descriptions = all('meta[name=description]').map(meta => ({ text: meta.getAttribute('content') ?? '', ...place(meta) }));

    return {
      ids: all('[id]').map(({ id }) => id),
      links: all('a[href]').filter(link => link.closest('[aria-hidden=true]') === null).map(link => ({
        href: link.getAttribute('href') ?? '',
        name: nameOf(link),
        context: [link.closest('nav, [role=search], table')].map(element => (element === null ? '' : nameOf(element.querySelector('caption') ?? element))).join(),
      })),
      words: [...texts, ...attributes, ...descriptions],
      offers: all<HTMLFormElement>('form').flatMap(form => [...form.querySelectorAll('select')].flatMap(select => [...select.options].slice(-1).map((option) => {
        const values = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, name === select.name ? option.value : String(value)]));
        return `${form.getAttribute('action')}?${values}`;
      }))),
    };
  }, html);
}

/** Latin names, addresses and codes that stand in texts of any script. */
const anywhere = [
  // Addresses of people and sites.
  /\S+@\S+|(?:[\w-]+\.)+[a-z]{2,}(?:\/\S*)?/g,
  // Registers, identifiers and codes: DOI 10.1002/14651858.CD012, NCT00395200, EDSS, GMT+3.
  /\S*\d\S*|\b[A-Z]{2,}(?:-[A-Z]+)*\b/g,
  // Names of people, brands, journals and streets: Viktor P., Polyclinic, Lancet Neurology.
  /\p{Lu}[\p{L}’-]*\.?/gu,
  // Written in Latin letters in Russian, too.
  /\bcookie\b/g,
];

/**
 * Words in a script that is not that of the language they are said to be in. A letter of another alphabet is too
 * much among Latin ones; among others, Latin names, addresses and codes are at home, but not a phrase.
 *
 * @returns null where all is well.
 */
export function wrongScript({ text, lang }: Pick<Words, 'text' | 'lang'>): string | null {
  if (lang === '') return null;
  const { script } = new Intl.Locale(lang).maximize();
  if (script === 'Latn') return /[\p{Script=Cyrl}\p{Script=Arab}\p{Script=Hebr}]+/u.exec(text)?.[0] ?? null;
  const rest = anywhere.reduce((left, known) => left.replace(known, ' '), text);
  return /\p{Script=Latn}{2,}/u.exec(rest)?.[0] ?? null;
}
