import type { z } from 'zod';

import { isPerLocale, type Attributes, type ContentType, type Model } from '../model.ts';
import { SeedError } from '../seed-error.ts';
import type { Fields, Part, SeedDocument } from './content.ts';
import { fieldsSchema } from './field-schema.ts';
import { giveKeys } from './keys.ts';

/** Says what is wrong with the name of a picture, if anything. */
type PictureCheck = (name: string) => string | undefined;

/**
 * Holds the first content against the schema files.
 *
 * @returns the documents with values as Strapi takes them, but for relations (ids) and pictures (names)
 * @throws SeedError that lists every problem with file, document, field and what to do
 */
export function checkContent(
  documents: Map<string, SeedDocument>,
  model: Model,
  pictureProblem: PictureCheck,
): Map<string, SeedDocument> {
  const problems: string[] = [];
  const schemas = new Map<string, z.ZodType<Fields>>();
  const check = (type: ContentType, id: string, part: Part, room: string): Part => {
    const schema = schemas.get(`${room} ${type.uid}`) ?? partSchema(type, room, documents, model, pictureProblem);
    schemas.set(`${room} ${type.uid}`, schema);
    const result = schema.safeParse(part.fields);
    if (result.success) return { file: part.file, fields: result.data };
    problems.push(...result.error.issues.map(issue => `${part.file}: "${id}": ${sentence(issue)}`));
    return part;
  };
  const checked = [...documents].map(([name, { type, id, shared, words }]): [string, SeedDocument] => [
    name,
    {
      type,
      id,
      shared: check(type, id, shared, 'shared'),
      words: new Map([...words].map(([locale, part]) => [locale, check(type, id, part, locale)])),
    },
  ]);
  // Keys are given only to what has the right form.
  if (problems.length === 0) problems.push(...checked.flatMap(([, document]) => giveKeys(document, model)));
  if (problems.length > 0) throw new SeedError(problems);
  return new Map(checked);
}

/** The check of a type's facts (`shared`) or of its words in a locale. */
function partSchema(
  type: ContentType,
  room: string,
  documents: Map<string, SeedDocument>,
  model: Model,
  pictureProblem: PictureCheck,
): z.ZodType<Fields> {
  const [facts, words] = split(type);
  const locale = room === 'shared' ? undefined : room;
  const surroundings = {
    model,
    picture: pictureProblem,
    relation: (target: string, id: string) => relationProblem(documents, model, target, id, locale),
  };
  return locale
    ? fieldsSchema(words, surroundings, field =>
        field in facts ? `"${field}" is the same in every language; it belongs in shared/${type.plural}.yaml` : undefined,
      )
    : fieldsSchema(facts, surroundings, field =>
        field in words ? `"${field}" differs by language; it belongs in <locale>/${type.plural}.yaml` : undefined,
      );
}

/** Parts a type's attributes into facts and words. */
function split(type: ContentType): [Attributes, Attributes] {
  if (!type.localized) return [type.attributes, {}];
  const entries = Object.entries(type.attributes);
  return [
    Object.fromEntries(entries.filter(([, attribute]) => !isPerLocale(attribute))),
    Object.fromEntries(entries.filter(([, attribute]) => isPerLocale(attribute))),
  ];
}

function relationProblem(
  documents: Map<string, SeedDocument>,
  model: Model,
  target: string,
  id: string,
  locale: string | undefined,
): string | undefined {
  const type = model.types.get(target);
  if (!type) return `the type ${target} has no schema file`;
  const found = documents.get(`${type.plural}/${id}`);
  if (!found) return `no ${type.plural} are called "${id}"; add it to shared/${type.plural}.yaml or correct the id`;
  if (locale && type.localized && !found.words.has(locale)) {
    return `"${id}" has no words in ${locale}, and a version can only point to versions in its language; add them or leave it out`;
  }
  return undefined;
}

function sentence(issue: z.core.$ZodIssue): string {
  const path = issue.path.map(step => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return `${path.replace(/^\./, '') || 'the document'}: ${issue.message}.`;
}
