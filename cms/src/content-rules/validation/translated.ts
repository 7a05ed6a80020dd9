import type { Sentence } from '../../messages';
import { defaultLocale, siteLocales, type Locale } from '../locales';
import { savedStage } from '../model';
import { deepPopulate } from '../parts';
import { inStage, type Row } from '../rows';
import { fieldsOfWords, mayStayLatin, passagesOf } from './passages';
import { subjectOf, type DocumentRule, type Fault, type Field, type Subject } from './subject';

/** Shorter texts may be the same in two languages. */
const wordsOfSentence = 4;
const wordsOfName = 6;

/** What readers meet is in the language of its version: in its letters, and not still the words of the source. */
export const translated: DocumentRule = async (subject) => {
  const locale = siteLocales().find(({ code }) => code === subject.locale);
  if (!locale) return [];
  const source = String(subject.nodes[0]?.value['sourceLocale'] ?? '') || defaultLocale();
  const original = source === locale.code ? new Set<string>() : await sourceTexts(subject, source);
  const isCopied = (text: string) => original.has(text) && wordsOf(text).length >= wordsOfSentence && !isName(text);

  return fieldsOfWords(subject).flatMap((field): Fault[] => {
    const texts = passagesOf(field);
    const copied = mayStayLatin(field) ? [] : texts.filter(isCopied);
    const foreign = texts.filter(text => !copied.includes(text) && isForeign(text, field, locale));
    return [
      ...faultOf(field, texts, copied, quote => words => words.translated.copied(quote, source, locale.code)),
      ...faultOf(field, texts, foreign, quote => words => words.translated.foreign(quote, locale.code, locale.script ?? 'Zyyy')),
    ];
  });
};

async function sourceTexts({ strapi, type, nodes }: Subject, locale: string): Promise<Set<string>> {
  const row: Row | null = await strapi.db.query(type.uid).findOne({
    where: { documentId: nodes[0]?.value['documentId'], locale, ...inStage(strapi, type.uid, savedStage(type)) },
    populate: deepPopulate(strapi, type),
  });
  return new Set(row ? fieldsOfWords(subjectOf(strapi, type, row)).flatMap(passagesOf) : []);
}

/** Names of clinics, brands and studies, and short terms, stay in Latin letters in any language; a sentence does not. */
function isForeign(text: string, field: Field, { script }: Locale): boolean {
  const own = script && lettersOf(script);
  if (!own) return false;
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const [all, inOwn, latin] = [count(/\p{L}/gu), count(own), count(/\p{Script=Latin}/gu)];
  const foreign = all - inOwn;
  if (foreign <= inOwn) return false;
  return latin < foreign || !(mayStayLatin(field) || isName(text));
}

/** Few words, and each longer one begins with a capital letter or holds a digit: "University of Bristol", "MESEMS 2021". */
function isName(text: string): boolean {
  const words = wordsOf(text);
  return words.length <= wordsOfName && words.every(word => word.length < 4 || /^\p{Lu}|\d/u.test(word));
}

const wordsOf = (text: string): string[] => text.match(/\p{L}[\p{L}\p{N}’'-]*/gu) ?? [];

/** Null for writing systems that are not one script, such as Japanese. */
function lettersOf(script: string): RegExp | null {
  try {
    return new RegExp(`\\p{Script=${script}}`, 'gu');
  } catch {
    return null;
  }
}

/** Quotes the first of the wrong texts, unless all of the field is wrong. */
function faultOf({ path }: Field, texts: string[], wrong: string[], sentence: (quote: string | null) => Sentence): Fault[] {
  const [first, ...others] = wrong;
  if (first === undefined) return [];
  if (wrong.length === texts.length) return [{ path, message: sentence(null) }];
  const quote = first.length > 40 ? `${first.slice(0, 40).trimEnd()}…` : first;
  return [{ path, message: words => sentence(quote)(words) + (others.length > 0 ? words.translated.more(others.length) : '') }];
}
