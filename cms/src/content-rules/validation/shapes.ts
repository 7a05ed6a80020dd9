import { z } from 'zod';

import type { Sentence } from '../../messages';
import { isCurrency } from './codes';
import type { NodeRule } from './subject';

const holidays = z.array(z.iso.date());
const rates = z
  .record(z.string().refine(isCurrency), z.number().positive())
  .refine(table => Object.keys(table).length > 0);

/** A field of JSON that has a shape; the message shows it to editors by an example. */
function shaped(name: string, shape: z.ZodType, message: Sentence): NodeRule {
  return (node) => {
    const value = node.value[name];
    if (value === null || value === undefined || shape.safeParse(value).success) return [];
    return [{ path: [...node.path, name], message }];
  };
}

export const holidayList = shaped('holidays', holidays, words => words.shapes.holidays);

export const rateTable = shaped('rates', rates, words => words.shapes.rates);
