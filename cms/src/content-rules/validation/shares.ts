import type { NodeRule } from './subject';

/** A share of people says what it is a share of: a bare number reads as a benefit. */
export const labelled = (share: string, label: string): NodeRule => ({ value, path }) =>
  typeof value[share] !== 'number' || value[label]
    ? []
    : [{ path: [...path, label], message: `Say what the ${value[share]} % are of, such as “improved with cells”, or remove the number.` }];
