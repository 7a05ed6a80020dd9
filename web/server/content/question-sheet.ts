import type { Query } from '@polyclinic/shared-types';

import { findAll } from '../cms/client';
import { localeCodes } from '../../shared/locales';
import { sheetPath } from '../../shared/paths';
import type { Moved } from '../../shared/views/page';
import type { QuestionSheet, SheetLanguage } from '../../shared/views/question-sheet';
import { notFound } from './parts/errors';
import { locate } from './parts/locate';
import { preparePageText } from './parts/page-text';
import { pairQuestions, toQuestions } from './parts/questions';
import { toNodes } from './parts/rich-text';

const questionsQuery = { fields: ['documentId', 'locale', 'name', 'questions'] } as const satisfies Query<'treatment'>;

/** What an address asks for where it wants one language alone. */
const NONE = 'none';

/**
 * The questions to ask a clinic about a treatment, in the visitor's language and a second one, or where the sheet has moved to.
 *
 * @param asked the second language; one in which the treatment is not published is as good as none asked for: the first other one.
 * @throws 404, 410 or 503.
 */
export async function questionsSheet(slug: string, locale: string, asked: string | null): Promise<QuestionSheet | Moved> {
  const place = await locate('treatment', slug, locale);
  if ('movedTo' in place) return { movedTo: sheetPath(place.movedTo) };

  const { contentLocale } = place;
  const rows = await findAll('treatment', { ...questionsQuery, locale: '*', filters: { documentId: place.documentId } });
  const own = rows.find(row => row.locale === contentLocale);
  if (own === undefined) throw notFound(`version of ${place.path}`);
  const others = localeCodes.filter(code => code !== contentLocale && rows.some(row => row.locale === code));
  const secondLocale = asked === NONE ? null : (others.find(code => code === asked) ?? others[0] ?? null);
  const second = rows.find(row => row.locale === secondLocale) ?? null;

  const text = await preparePageText([own.questions, second?.questions], { locale, words: contentLocale });
  const questionsOf = (version: typeof own) => toQuestions(toNodes(version.questions, text));
  const path = sheetPath(place.path);
  const isChosen = asked === NONE || others.some(code => code === asked);
  /** The second language of the same sheet whose first one is another. */
  const besides = (first: string) => (first === secondLocale ? contentLocale : (secondLocale ?? NONE));
  return {
    documentId: place.documentId,
    locale,
    contentLocale,
    path,
    treatmentPath: place.path,
    languages: place.languages.map(language => ({ ...language, path: sheetPath(language.path, isChosen ? besides(language.locale) : null) })),
    title: own.name,
    headTitle: own.name,
    description: own.name,
    first: toLanguage(own),
    second: second === null ? null : toLanguage(second),
    choices: [
      ...others.map(code => ({ locale: code, path: sheetPath(place.path, code) })),
      ...(others.length === 0 ? [] : [{ locale: null, path: sheetPath(place.path, NONE) }]),
    ],
    ...pairQuestions(questionsOf(own), second === null ? null : questionsOf(second)),
  };
}

function toLanguage({ locale, name }: { locale: string; name: string }): SheetLanguage {
  return { locale, name };
}
