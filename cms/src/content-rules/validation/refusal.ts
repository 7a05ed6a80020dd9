import type { Core, Schema } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { nameOf, wordsFor } from '../../edit-views/words';
import { words, type Words } from '../../messages';
import type { Path } from '../parts';
import type { Fault, Node } from './subject';

/** A fault in the language of the person who is told of it, with its place as the form names it: "Body 3 (List), title". */
export interface PlacedFault {
  path: Path;
  message: string;
  place: string;
  /** The document and language, where several are written at once. */
  version?: string;
}

/** Names faults in a document and their places. */
export function placed(strapi: Core.Strapi, nodes: Node[], faults: Fault[], version?: string): PlacedFault[] {
  const said = words();
  return faults.map(({ path, message }) => ({ path, message: message(said), place: placeOf(strapi, nodes, path, said), ...(version ? { version } : {}) }));
}

function placeOf(strapi: Core.Strapi, nodes: Node[], path: Path, { language, refusal }: Words): string {
  const nodeAt = (length: number) => nodes.find(node => node.path.join('.') === path.slice(0, length).join('.'));
  const [document] = nodes;
  if (!document) return '';
  let model: Schema.Schema = strapi.getModel(document.uid);
  const steps: string[] = [];
  path.forEach((step, index) => {
    const node = nodeAt(index + 1);
    const isNumber = /^\d+$/.test(String(step));
    if (!isNumber) steps.push(wordsFor(model.uid, String(step), language).label);
    else steps.push(refusal.numbered(steps.pop() ?? '', Number(step) + 1));
    if (!node) return;
    const field = model.attributes[String(path[index - 1])];
    model = strapi.getModel(node.uid);
    if (isNumber && field?.type === 'dynamiczone') steps.push(`${steps.pop() ?? ''} (${nameOf(model, language)})`);
  });
  return steps.map((step, index) => (index > 0 ? step.replace(/^\p{Lu}(?=\p{Ll})/u, letter => letter.toLowerCase()) : step)).join(', ');
}

const placesAtMost = 6;

/** The refusal of a write, which names each fault with its place, faults of one kind together. */
export function refusal(faults: PlacedFault[]): Error {
  const said = words().refusal;
  const kinds = new Map(faults.map(fault => [inVersion(fault, fault.message), fault]));
  const sentences = [...kinds].map(([kind, first]) => {
    const places = [...new Set(faults.filter(fault => inVersion(fault, fault.message) === kind).map(({ place }) => place))];
    const more = places.length > placesAtMost ? said.andMore(places.length - placesAtMost) : '';
    return `${inVersion(first, places.slice(0, placesAtMost).join('; ') + more)}: ${first.message}`;
  });
  const message = sentences.length === 1 ? sentences.join('') : `${said.faults(faults.length)} ${sentences.map((sentence, index) => `(${index + 1}) ${sentence}`).join(' ')}`;
  return new errors.ValidationError(message, { errors: faults.map(fault => ({ path: fault.path, message: inVersion(fault, fault.message), name: 'ValidationError' })) });
}

const inVersion = ({ version }: PlacedFault, text: string): string => (version ? `${version}: ${text}` : text);
