import type { NodeRule } from './subject';

/** A share of people says what it is a share of: a bare number reads as a benefit. */
export const labelled = (share: string, label: string): NodeRule => ({ value, path }) => {
  const percent = value[share];
  return typeof percent !== 'number' || value[label] ? [] : [{ path: [...path, label], message: words => words.share.unlabelled(percent) }];
};
