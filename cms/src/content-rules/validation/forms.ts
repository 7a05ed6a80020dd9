import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { wordsFor } from '../../edit-views/words';
import type { Sentence } from '../../messages';
import type { Path } from '../parts';
import type { Fault, Node } from './subject';

/** A fault as Strapi names it. */
interface Found {
  path: Path;
  message: string;
}

const ofForm = /must match the following|must be at (most|least) \d+ characters/;

/** What Strapi's own check of the schema found; null for other errors. */
export function foundByStrapi(error: unknown): Found[] | null {
  if (!(error instanceof errors.ValidationError)) return null;
  const { errors: found }: { errors?: Found[] } = error.details ?? {};
  return found ?? null;
}

/** Says it in words that an editor understands: a value in the wrong form is told what the form is. */
export const inWords = (strapi: Core.Strapi, nodes: Node[], found: Found[]): Fault[] =>
  found.map(({ path, message }) => ({ path, message: (ofForm.test(message) && hintFor(strapi, nodes, path)) || (words => words.refusal.byStrapi(message)) }));

function hintFor(strapi: Core.Strapi, nodes: Node[], path: Path): Sentence | null {
  const name = String(path.at(-1));
  const node = nodes.find(candidate => candidate.path.join('.') === path.slice(0, -1).join('.'));
  const attribute = node && strapi.getModel(node.uid).attributes[name];
  return attribute && 'regex' in attribute ? words => words.refusal.wrongForm(wordsFor(node.uid, name, words.language).description) : null;
}
