import { siteLocales } from '../locales';
import { allFields, type DocumentRule } from './subject';

const words = new Set(['title', 'name', 'summary', 'alt', 'caption', 'tagline', 'term', 'question', 'label', 'claim', 'quote', 'description']);

/** Names of clinics, brands and studies stay in Latin letters in any language; a sentence does not. */
const latinNameLength = 20;

const scriptNames = new Intl.DisplayNames('en', { type: 'script' });

/** The words that readers meet first are in the letters of their language. */
export const letters: DocumentRule = (subject) => {
  const locale = siteLocales().find(({ code }) => code === subject.locale);
  const own = locale?.script && lettersOf(locale.script);
  if (!locale?.script || !own) return [];
  const script = scriptNames.of(locale.script);
  return allFields(subject).flatMap(({ name, value, path }) => {
    if (!words.has(name) || typeof value !== 'string') return [];
    const count = (pattern: RegExp) => value.match(pattern)?.length ?? 0;
    const [total, inOwn, latin] = [count(/\p{L}/gu), count(own), count(/\p{Script=Latin}/gu)];
    const foreign = total - inOwn;
    const isName = latin === foreign && (name === 'name' || latin < latinNameLength);
    if (foreign <= inOwn || isName) return [];
    return [{ path, message: `Most of this is not in ${script} letters, but this version is for readers of ${locale.name}. Translate it.` }];
  });
};

/** Null for writing systems that are not one script, such as Japanese. */
function lettersOf(script: string): RegExp | null {
  try {
    return new RegExp(`\\p{Script=${script}}`, 'gu');
  } catch {
    return null;
  }
}
