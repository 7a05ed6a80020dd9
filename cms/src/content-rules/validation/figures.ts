import type { Sentence } from '../../messages';
import { titleOf } from '../titles';
import { isBlank } from './blanks';
import type { Fault, NodeRule } from './subject';

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** A figure has a picture, and is either described or marked as decoration. */
export const figure: NodeRule = (node, subject) => {
  const { image, alt, decorative } = node.value;
  const faults: Fault[] = [];
  const fault = (name: string, message: Sentence) => faults.push({ path: [...node.path, name], message });

  if (!image) fault('image', words => words.figure.noPicture);
  const described = typeof alt === 'string' && !isBlank(alt);
  if (!described && decorative !== true) fault('alt', words => words.figure.noDescription);
  if (described && decorative === true) fault('alt', words => words.figure.needlessDescription);
  const title = titleOf(subject.nodes[0]?.value ?? {});
  if (described && title && same(alt, title)) fault('alt', words => words.figure.titleAsDescription);
  return faults;
};
