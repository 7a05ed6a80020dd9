import type { Sentence } from '../../messages';
import { ownAttributes } from '../model';
import type { Fault, NodeRule } from './subject';

/** Characters of which nothing is seen though they count as letters or signs. */
const unseen = /[\u115F\u1160\u2800\u3164\uFFA0]/g;

/** Whether a text shows nothing: no letter, digit or sign. */
export const isBlank = (text: string): boolean => !/[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replace(unseen, ''));

/** A text that is given can be seen, and one that must be given is. */
export const visibleTexts: NodeRule = (node, { strapi }) =>
  ownAttributes(strapi.getModel(node.uid)).flatMap(([name, attribute]): Fault[] => {
    const value = node.value[name];
    if ((attribute.type !== 'string' && attribute.type !== 'text') || typeof value !== 'string' || !isBlank(value)) return [];
    if (value === '' && !attribute.required) return [];
    return [{ path: [...node.path, name], message: words => words.text.blank }];
  });

/** Something that a document or part is nothing without. */
export const linked = (name: string, message: Sentence): NodeRule => ({ value, path }) => (value[name] ? [] : [{ path: [...path, name], message }]);
