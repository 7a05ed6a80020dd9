import { localeOf } from '../../shared/locales';

/**
 * Keeps a short word with the next one and a dash with the one before, as a typesetter does: no line
 * of a heading ends in a lone "и" or "of", none begins with a dash.
 */
export function typeset(text: string): string {
  return text
    .replace(/(?<=^|[\s\u00A0(«“])(\p{L}{1,2})\s(?=\S)/gu, '$1\u00A0')
    .replace(/\s(?=[—–]\s)/g, '\u00A0');
}

/**
 * Running text with the no-break spaces that its language asks for: after the short words that lean on
 * the next one, before those that lean on the last, before a dash, and between a figure and its word.
 * Text in a language that names no such words stays as it is.
 */
export function typesetText(text: string, locale: string): string {
  const rule = ruleOf(locale);
  if (rule === null) return text;
  return text
    .replace(rule.forward, '$1\u00A0')
    .replace(rule.backward, '\u00A0$1')
    .replace(/ (?=[—–](?:\s|$))/g, '\u00A0')
    .replace(/(?<=[\d№§]) (?=[\p{Ll}\d%])/gu, '\u00A0');
}

/** A view with the no-break spaces of running text in all its words, of each part by the part's own language; addresses stay as they are. */
export function typesetView<View>(view: View, locale: string): View;
export function typesetView(view: unknown, locale: string): unknown {
  if (typeof view === 'string') return /^(?:\/|https?:)/.test(view) ? view : typesetText(view, locale);
  if (Array.isArray(view)) return view.map((part: unknown) => typesetView(part, locale));
  if (typeof view !== 'object' || view === null) return view;
  const language = languageOf(view) ?? locale;
  return Object.fromEntries(Object.entries(view).map(([name, part]: [string, unknown]) => [name, typesetView(part, language)]));
}

function languageOf(part: object): string | null {
  if ('contentLocale' in part && typeof part.contentLocale === 'string') return part.contentLocale;
  return 'lang' in part && typeof part.lang === 'string' ? part.lang : null;
}

interface Rule { forward: RegExp; backward: RegExp }

const rules = new Map<string, Rule | null>();

function ruleOf(locale: string): Rule | null {
  const known = rules.get(locale);
  if (known !== undefined) return known;
  const { proclitics, enclitics } = localeOf(locale);
  const rule = proclitics.length + enclitics.length === 0
    ? null
    : {
        forward: new RegExp(`(?<![\\p{L}\\d-])(${proclitics.join('|')}) (?=\\S|$)`, 'giu'),
        backward: new RegExp(` (${enclitics.join('|')})(?![\\p{L}\\d-])`, 'giu'),
      };
  rules.set(locale, rule);
  return rule;
}
