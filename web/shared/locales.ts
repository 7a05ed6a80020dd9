import list from '../../locales.json';

/** What the system knows of a language of the site. */
export interface LocaleEntry {
  /** Code in addresses and in the CMS. */
  code: string;
  /** The language's own name. */
  name: string;
  dir: 'ltr' | 'rtl';
  /** ISO 15924. */
  script: string;
  /** The BCP 47 tag that `Intl` formats with: `en` alone would write American dates. */
  intl: string;
  lettersPerMinute: number;
  quotes: [string, string];
  stemmer: string | null;
  /** Short words that never end a line: they lean on the next one. */
  proclitics: string[];
  /** Short words that never begin a line: they lean on the one before. */
  enclitics: string[];
}

/** A line of `locales.json`: only code and name must be given, the rest has a neutral fallback. */
export interface LocaleLine {
  code: string;
  name: string;
  dir?: string;
  script?: string;
  intl?: string;
  lettersPerMinute?: number;
  quotes?: string[];
  stemmer?: string;
  proclitics?: string[];
  enclitics?: string[];
}

const rightToLeftScripts = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** Completes a line of the list: script and direction from the code, reading speed and quotation marks that fit most languages. */
export function completeLocale(line: LocaleLine): LocaleEntry {
  const script = line.script ?? new Intl.Locale(line.code).maximize().script ?? 'Latn';
  const [open = '“', close = '”'] = line.quotes ?? [];
  return {
    code: line.code,
    name: line.name,
    dir: (line.dir ?? (rightToLeftScripts.has(script) ? 'rtl' : 'ltr')) === 'rtl' ? 'rtl' : 'ltr',
    script,
    intl: line.intl ?? line.code,
    lettersPerMinute: line.lettersPerMinute ?? 1100,
    quotes: [open, close],
    stemmer: line.stemmer ?? null,
    proclitics: line.proclitics ?? [],
    enclitics: line.enclitics ?? [],
  };
}

const lines: LocaleLine[] = list;

/** The locales of the site; the first is the default one. */
export const locales: LocaleEntry[] = lines.map(completeLocale);

export const localeCodes: string[] = locales.map(locale => locale.code);

/** Documents that name no source locale were written in this one. */
export const defaultLocale: string = localeCodes[0] ?? 'en';

/** Whether the site has this locale. */
export function isLocale(code: string): boolean {
  return localeCodes.includes(code);
}

/** What is known of a locale; of one that is not in the list, what follows from its code. */
export function localeOf(code: string): LocaleEntry {
  return locales.find(locale => locale.code === code) ?? completeLocale({ code, name: code });
}
