/** A sum as a page writes it. */
export interface Sum {
  amount: number;
  /** The upper bound of a range. */
  upTo: number | null;
  /** ISO 4217. */
  currency: string;
  /** The words it was read from. */
  text: string;
}

const codes = Intl.supportedValuesOf('currency');
const numberForm = '\\d{1,3}(?:[.,\\s\\u00a0\\u202f]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?';

/** Makes a reader of sums for a language: any ISO code, and the symbols that it and English use for one currency only. */
export function sumReader(locale: string) {
  const symbols = symbolsOf([locale, 'en']);
  const marks = [...symbols.keys()].sort((a, b) => b.length - a.length).map(escape).join('|');
  const mark = `(?:${marks})`;
  const number = `(?:${numberForm})`;
  const range = `(${number})(?:\\s*[–—-]\\s*${mark}?\\s*(${number}))?`;
  const form = new RegExp(`(?<![\\p{L}\\p{N}])(${mark})\\s*${range}(?!\\p{N})|(?<![\\p{L}\\p{N}])${range}\\s*(${mark})(?![\\p{L}\\p{N}])`, 'gu');

  return function read(text: string): Sum[] {
    return [...text.matchAll(form)].map((match) => {
      const [whole, before, first, firstTo, second, secondTo, after] = match;
      const upTo = firstTo ?? secondTo;
      return {
        amount: amountOf(first ?? second ?? ''),
        upTo: upTo === undefined ? null : amountOf(upTo),
        currency: symbols.get(before ?? after ?? '') ?? '',
        text: whole,
      };
    });
  };
}

/** `15,000`, `15.000`, `15 000` are one number; a mark before two digits or one is a decimal mark. */
function amountOf(text: string): number {
  const [, whole = '', decimals = '0'] = /^(.*?)(?:[.,](\d{1,2}))?$/u.exec(text.trim()) ?? [];
  return Number(`${whole.replace(/\D/g, '')}.${decimals}`);
}

function symbolsOf(languages: string[]): Map<string, string> {
  const symbols = new Map<string, string>(codes.map(code => [code, code]));
  const narrow = new Map<string, Set<string>>();
  for (const language of languages) {
    for (const code of codes) {
      const symbol = symbolOf(language, code, 'symbol');
      if (!symbols.has(symbol)) symbols.set(symbol, code);
      const short = symbolOf(language, code, 'narrowSymbol');
      narrow.set(short, (narrow.get(short) ?? new Set()).add(code));
    }
  }
  for (const [symbol, owners] of narrow) {
    const [owner] = owners;
    if (owners.size === 1 && owner && !symbols.has(symbol)) symbols.set(symbol, owner);
  }
  return symbols;
}

function symbolOf(language: string, currency: string, currencyDisplay: 'symbol' | 'narrowSymbol'): string {
  const parts = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay }).formatToParts(0);
  return parts.find(part => part.type === 'currency')?.value ?? currency;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
