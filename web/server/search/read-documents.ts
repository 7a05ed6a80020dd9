import type { Entry, Query } from '@polyclinic/shared-types';

import { findAll } from '../cms/client';
import { mergeParts } from '../content/parts/merge-parts';
import { countryName } from '../../shared/format/names';
import { localeCodes } from '../../shared/locales';
import { documentPath, questionId, sectionPath, termId } from '../../shared/paths';
import type { SearchDocument } from './documents';
import { lines, plainWords, type PlainWords } from './plain-words';

/** Articles are long: a smaller page of them comes well within the time limit. */
const ARTICLES_AT_ONCE = 25;

const versionFields = ['documentId', 'locale', 'slug'] as const;
const seo = { fields: ['title'] } as const;

const articleQuery = {
  fields: [...versionFields, 'title', 'summary', 'keyTakeaways'],
  populate: {
    seo,
    localizations: { fields: ['title'] },
    body: {
      on: {
        'block.text': { fields: ['key', 'hiddenIn', 'body'] },
        'shared.figure': { fields: ['key', 'hiddenIn', 'caption'] },
        'block.callout': { fields: ['key', 'hiddenIn', 'title', 'body'] },
        'block.list': { fields: ['key', 'hiddenIn', 'title', 'items'] },
        'evidence.claim': { fields: ['key', 'hiddenIn', 'claim', 'outcome', 'contrary'] },
        'block.cost-table': { fields: ['key', 'hiddenIn', 'title'] },
        'block.clinic-cards': { fields: ['key', 'hiddenIn', 'title'] },
        'block.patient-story': { fields: ['key', 'hiddenIn', 'title'] },
        'block.video': { fields: ['key', 'hiddenIn', 'title', 'transcript'] },
        'block.faq': { fields: ['key', 'hiddenIn', 'title'], populate: { items: { fields: ['key', 'hiddenIn', 'question', 'answer'] } } },
      },
    },
  },
} as const satisfies Query<'article'>;

type ArticleEntry = Entry<'article', typeof articleQuery>;
type Block = ArticleEntry['body'][number];

/** Which entries are read: one of them, or all. */
type Filter = { filters: { documentId: string } } | Record<never, never>;

const readers = {
  'article': readArticles,
  'treatment': readTreatments,
  'condition': readConditions,
  'clinic': readClinics,
  'person': readPeople,
  'glossary-term': readTerms,
  'page': readPages,
} satisfies Record<string, (locale: string, filter: Filter) => Promise<SearchDocument[]>>;

type Findable = keyof typeof readers;

/** Whether entries of a type of the CMS can be found. */
export function isFindable(type: string): type is Findable {
  return type in readers;
}

/**
 * Everything that can be found in a locale.
 *
 * A document is there in the locales in which it has a published version, with the words of that
 * version alone: what a page borrows from another language is found in that language.
 *
 * @throws CmsUnavailable, CmsRefused.
 */
export async function readDocuments(locale: string): Promise<SearchDocument[]> {
  const all = await Promise.all(Object.values(readers).map(read => read(locale, {})));
  return all.flat();
}

/** What can be found of one entry. Throws as `readDocuments` does. */
export function readEntry(type: Findable, documentId: string, locale: string): Promise<SearchDocument[]> {
  return readers[type](locale, { filters: { documentId } });
}

async function readArticles(locale: string, filter: Filter): Promise<SearchDocument[]> {
  const articles = await findAll('article', { ...articleQuery, ...filter, locale }, ARTICLES_AT_ONCE);
  return articles.flatMap((article) => {
    const path = documentPath('article', article.slug, locale);
    const blocks = mergeParts(article.body, null, locale).map(({ part }) => part);
    const words = blocks.map(wordsOfBlock);
    const document: SearchDocument = {
      id: article.documentId,
      kind: 'article',
      path,
      title: article.title,
      partOf: null,
      aliases: lines(article.seo?.title),
      names: [article.title, ...article.localizations.map(({ title }) => title)],
      headings: words.flatMap(({ headings }) => headings),
      passages: [...lines(article.summary), ...plainWords(article.keyTakeaways).passages, ...words.flatMap(({ passages }) => passages)],
    };
    return [document, ...questionsIn(blocks, document, locale)];
  });
}

function questionsIn(blocks: Block[], article: SearchDocument, locale: string): SearchDocument[] {
  const items = blocks.flatMap(block => (block.__component === 'block.faq' ? mergeParts(block.items, null, locale) : []));
  return items.map(({ part: { id, key, question, answer } }) => ({
    id: `${article.id} ${id}`,
    kind: 'question',
    path: `${article.path}#${questionId(key ?? String(id))}`,
    title: question,
    partOf: article.title,
    aliases: [],
    names: [],
    headings: [],
    passages: plainWords(answer).passages,
  }));
}

function wordsOfBlock(block: Block): PlainWords {
  switch (block.__component) {
    case 'block.text':
      return plainWords(block.body);
    case 'shared.figure':
      return { headings: [], passages: lines(block.caption) };
    case 'block.callout':
      return titled(block.title, plainWords(block.body));
    case 'block.list':
      return titled(block.title, plainWords(block.items));
    case 'evidence.claim':
      return { headings: [], passages: lines(block.claim, block.outcome, block.contrary) };
    case 'block.video':
      return titled(block.title, plainWords(block.transcript));
    case 'block.faq':
      return { headings: lines(block.title), passages: block.items.flatMap(({ question, answer }) => [question, ...plainWords(answer).passages]) };
    case 'block.cost-table':
    case 'block.clinic-cards':
    case 'block.patient-story':
      return { headings: lines(block.title), passages: [] };
  }
}

function titled(title: string | null, words: PlainWords): PlainWords {
  return { headings: [...lines(title), ...words.headings], passages: words.passages };
}

async function readTreatments(locale: string, filter: Filter): Promise<SearchDocument[]> {
  const treatments = await findAll('treatment', {
    fields: [...versionFields, 'name', 'specialty', 'summary', 'evidenceSummary', 'eligibilityNote', 'risks', 'contraindications', 'aftercare', 'questions'],
    populate: {
      seo,
      localizations: { fields: ['name'] },
      steps: { fields: ['key', 'hiddenIn', 'title', 'description'] },
      eligibility: { fields: ['key', 'hiddenIn', 'text'] },
    },
    ...filter,
    locale,
  });
  return treatments.map((treatment) => {
    const steps = mergeParts(treatment.steps, null, locale).map(({ part }) => part);
    const criteria = mergeParts(treatment.eligibility, null, locale).map(({ part }) => part.text);
    const words = plainWords(treatment.eligibilityNote, treatment.risks, treatment.contraindications, treatment.aftercare, treatment.questions);
    return {
      ...named('treatment', treatment, locale),
      aliases: lines(treatment.seo?.title, treatment.specialty),
      headings: [...lines(...steps.map(({ title }) => title)), ...words.headings],
      passages: [...lines(treatment.summary, treatment.evidenceSummary, ...steps.map(({ description }) => description), ...criteria), ...words.passages],
    };
  });
}

async function readConditions(locale: string, filter: Filter): Promise<SearchDocument[]> {
  const conditions = await findAll('condition', {
    fields: [...versionFields, 'name', 'summary', 'icd10'], populate: { seo, localizations: { fields: ['name'] } }, ...filter, locale,
  });
  return conditions.map(condition => ({
    ...named('condition', condition, locale),
    aliases: lines(condition.seo?.title, condition.icd10),
    headings: [],
    passages: lines(condition.summary),
  }));
}

async function readClinics(locale: string, filter: Filter): Promise<SearchDocument[]> {
  const clinics = await findAll('clinic', {
    fields: [...versionFields, 'name', 'city', 'country', 'countryIn', 'summary', 'description'],
    populate: { seo, localizations: { fields: ['name', 'city'] } },
    ...filter,
    locale,
  });
  return clinics.map((clinic) => {
    const { headings, passages } = plainWords(clinic.description);
    const document = named('clinic', clinic, locale);
    const cities = [clinic, ...clinic.localizations].map(({ city }) => city);
    return {
      ...document,
      aliases: lines(clinic.city, countryName(clinic.country, locale), clinic.countryIn, clinic.seo?.title),
      names: [...document.names, ...cities, ...localeCodes.map(code => countryName(clinic.country, code))],
      headings,
      passages: [...lines(clinic.summary), ...passages],
    };
  });
}

async function readPeople(locale: string, filter: Filter): Promise<SearchDocument[]> {
  const people = await findAll('person', {
    fields: [...versionFields, 'name', 'role', 'credentials', 'bio'], populate: { localizations: { fields: ['name'] } }, ...filter, locale,
  });
  return people.map(person => ({
    ...named('person', person, locale),
    aliases: lines(person.role),
    headings: [],
    passages: [...lines([person.role, person.credentials].filter(words => words !== null).join('; ')), ...plainWords(person.bio).passages],
  }));
}

async function readTerms(locale: string, filter: Filter): Promise<SearchDocument[]> {
  const terms = await findAll('glossary-term', {
    fields: [...versionFields, 'term', 'definition', 'forbiddenVariants'], populate: { localizations: { fields: ['term'] } }, ...filter, locale,
  });
  return terms.map(({ documentId, slug, term, definition, forbiddenVariants, localizations }) => ({
    id: documentId,
    kind: 'term',
    path: `${sectionPath('glossary', locale)}#${termId(slug)}`,
    title: term,
    partOf: null,
    // Readers may use the words that editors avoid.
    aliases: lines(...(forbiddenVariants ?? '').split('\n')),
    names: [term, ...localizations.map(other => other.term)],
    headings: [],
    passages: lines(definition),
  }));
}

async function readPages(locale: string, filter: Filter): Promise<SearchDocument[]> {
  const pages = await findAll('page', {
    fields: [...versionFields, 'title', 'summary', 'body'], populate: { seo, localizations: { fields: ['title'] } }, ...filter, locale,
  });
  return pages.map((page) => {
    const { headings, passages } = plainWords(page.body);
    return {
      id: page.documentId,
      kind: 'page',
      path: documentPath('page', page.slug, locale),
      title: page.title,
      partOf: null,
      aliases: lines(page.seo?.title),
      names: [page.title, ...page.localizations.map(({ title }) => title)],
      headings,
      passages: [...lines(page.summary), ...passages],
    };
  });
}

interface NamedEntry { documentId: string; slug: string; name: string; localizations: { name: string }[] }

function named(kind: 'treatment' | 'condition' | 'clinic' | 'person', { documentId, slug, name, localizations }: NamedEntry, locale: string) {
  return {
    id: documentId, kind, path: documentPath(kind, slug, locale), title: name, partOf: null, names: [name, ...localizations.map(other => other.name)],
  };
}
