/** A language that nobody speaks: English, rewritten letter by letter so that a test sees which words come from the catalogues and the CMS. */
export interface PseudoLocale {
  code: string;
  name: string;
  dir: 'ltr' | 'rtl';
  script: string;
  /** What `Intl` writes is in a real language without Latin letters: one that is left in a page was written by hand. */
  intl: string;
}

const latin = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = [...'åḃçðéḟĝĥíĵķļṁñöþɋŕšţûṽŵẋýžÅḂÇÐÉḞĜĤÍĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ'];
const arabic = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهابتثجحخدذرزسشصضطظعغفقكلمنه'];

const letters: Record<PseudoLocale['dir'], Map<string, string>> = {
  ltr: new Map([...latin].map((letter, index) => [letter, accented[index] ?? letter])),
  rtl: new Map([...latin].map((letter, index) => [letter, arabic[index] ?? letter])),
};

const places = /\{[^}]*\}|@(?:\.\w+)?:(?:\([^)]*\)|[\w.]+)/g;
const facts = /\[@[^\]]*\]|https?:\/\/\S+|[\w.+-]+@[\w-]+\.[\w.]*\w/g;

/** Accented and stretched; and right to left. */
export const pseudoLocales: PseudoLocale[] = [
  { code: 'en-XA', name: pseudoText('Accented', 'ltr'), dir: 'ltr', script: 'Latn', intl: 'el' },
  { code: 'ar-XB', name: pseudoText('Mirrored', 'rtl'), dir: 'rtl', script: 'Arab', intl: 'ar' },
];

/** Rewrites a text and doubles its vowels, which makes it about 40 % longer; citations and addresses stay as they are. */
export function pseudoText(text: string, dir: PseudoLocale['dir']): string {
  return outside(facts, text, words => [...words].map((letter) => {
    const written = letters[dir].get(letter) ?? letter;
    return /[aeiou]/.test(letter) ? written + written : written;
  }).join(''));
}

/**
 * Rewrites a message of the English catalogue, in brackets that show where it begins and ends. Its places (`{name}`) and the
 * messages that it links to (`@:key`) stay; it gets as many plural forms as the language has.
 */
export function pseudoMessage(message: string, { code, dir }: PseudoLocale): string {
  const rewrite = (form = '') => `[${outside(places, form, words => pseudoText(words, dir))}]`;
  const [one, other] = message.split(' | ');
  if (other === undefined) return rewrite(one);
  const forms = new Intl.PluralRules(code).resolvedOptions().pluralCategories;
  return forms.map(form => rewrite(form === 'one' ? one : other)).join(' | ');
}

export type Catalogue = { [key: string]: string | Catalogue };

/** The catalogue of a pseudo-locale, with the keys of the English one. */
export function pseudoCatalogue(english: Catalogue, locale: PseudoLocale): Catalogue {
  return Object.fromEntries(Object.entries(english).map(([key, value]) =>
    [key, typeof value === 'string' ? pseudoMessage(value, locale) : pseudoCatalogue(value, locale)]));
}

/** Rewrites what stands between the matches of a pattern. */
function outside(pattern: RegExp, text: string, rewrite: (between: string) => string): string {
  const kept = text.match(pattern) ?? [];
  return text.split(pattern).map((between, index) => rewrite(between) + (kept[index] ?? '')).join('');
}
