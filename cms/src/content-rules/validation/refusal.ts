import type { Core, Schema } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { wordsFor } from '../../edit-views/views';
import type { Path } from '../parts';
import type { Fault, Node } from './subject';

/** A fault with its place as the form names it: "Body 3 (List), title". */
export interface PlacedFault extends Fault {
  place: string;
  /** The document and language, where several are written at once. */
  version?: string;
}

/** Names the places of faults in a document. */
export const placed = (strapi: Core.Strapi, nodes: Node[], faults: Fault[], version?: string): PlacedFault[] =>
  faults.map(fault => ({ ...fault, place: placeOf(strapi, nodes, fault.path), ...(version ? { version } : {}) }));

function placeOf(strapi: Core.Strapi, nodes: Node[], path: Path): string {
  const nodeAt = (length: number) => nodes.find(node => node.path.join('.') === path.slice(0, length).join('.'));
  const [document] = nodes;
  if (!document) return '';
  let model: Schema.Schema = strapi.getModel(document.uid);
  const steps: string[] = [];
  path.forEach((step, index) => {
    const node = nodeAt(index + 1);
    const isNumber = /^\d+$/.test(String(step));
    if (!isNumber) steps.push(wordsFor(model.uid, String(step)).label);
    else steps.push(`${steps.pop() ?? ''} ${Number(step) + 1}`);
    if (!node) return;
    const field = model.attributes[String(path[index - 1])];
    model = strapi.getModel(node.uid);
    if (isNumber && field?.type === 'dynamiczone') steps.push(`${steps.pop() ?? ''} (${model.info.displayName})`);
  });
  return steps.map((step, index) => (index > 0 ? step.replace(/^\p{Lu}(?=\p{Ll})/u, letter => letter.toLowerCase()) : step)).join(', ');
}

const placesAtMost = 6;

/** The refusal of a write, which names each fault with its place, faults of one kind together. */
export function refusal(faults: PlacedFault[]): Error {
  const kinds = new Map(faults.map(fault => [inVersion(fault, fault.message), fault]));
  const sentences = [...kinds].map(([kind, first]) => {
    const places = [...new Set(faults.filter(fault => inVersion(fault, fault.message) === kind).map(({ place }) => place))];
    const more = places.length > placesAtMost ? `; and ${places.length - placesAtMost} more` : '';
    return `${inVersion(first, places.slice(0, placesAtMost).join('; ') + more)}: ${first.message}`;
  });
  const message = sentences.length === 1 ? sentences.join('') : `${faults.length} things must be mended first. ${sentences.map((sentence, index) => `(${index + 1}) ${sentence}`).join(' ')}`;
  return new errors.ValidationError(message, { errors: faults.map(fault => ({ path: fault.path, message: inVersion(fault, fault.message), name: 'ValidationError' })) });
}

const inVersion = ({ version }: PlacedFault, text: string): string => (version ? `${version}: ${text}` : text);
