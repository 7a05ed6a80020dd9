import type { PageDraft } from './compose/page-draft.ts';
import { exitCodes, ImportError } from './errors.ts';
import { proseOf } from './findings/prose.ts';
import { languageName, locales, type PageLocale } from './locales.ts';

/**
 * Refuses a page that was said to be in a language in whose script it is not.
 *
 * @throws ImportError when most letters of its running text are in the script of other locales of the site
 */
export function refuseOtherLanguage(draft: PageDraft, { script }: PageLocale): void {
  const text = [draft.title, ...proseOf(draft).map(passage => passage.text)].join(' ');
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const others = locales.filter(locale => locale.script !== script && lettersIn(text, locale.script) > letters / 2);
  if (others.length === 0) return;
  const names = others.map(({ code }) => languageName(code)).join(' or ');
  throw new ImportError(`This page looks ${names}; did you mean ${others.map(({ code }) => `--locale ${code}`).join(' or ')}?`, exitCodes.usage);
}

/** None for writing systems that are not one script, such as Japanese. */
function lettersIn(text: string, script: string): number {
  try {
    return text.match(new RegExp(`\\p{Script=${script}}`, 'gu'))?.length ?? 0;
  } catch {
    return 0;
  }
}
