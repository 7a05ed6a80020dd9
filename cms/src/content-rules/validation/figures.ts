import { titleOf } from '../titles';
import { isBlank } from './blanks';
import type { Fault, NodeRule } from './subject';

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** A figure has a picture, and is either described or marked as decoration. */
export const figure: NodeRule = (node, subject) => {
  const { image, alt, decorative } = node.value;
  const faults: Fault[] = [];
  const fault = (name: string, message: string) => faults.push({ path: [...node.path, name], message });

  if (!image) fault('image', 'The picture is missing. Choose one, or remove the figure.');
  const described = typeof alt === 'string' && !isBlank(alt);
  if (!described && decorative !== true) fault('alt', 'Describe the picture for those who cannot see it, or mark it as decorative.');
  if (described && decorative === true) fault('alt', 'A decorative picture has no description. Remove the description, or the mark.');
  const title = titleOf(subject.nodes[0]?.value ?? {});
  if (described && title && same(alt, title)) fault('alt', 'This is the title of the page. Say what the picture shows.');
  return faults;
};
