import { z } from 'zod';

import { isCurrency } from './codes';
import type { NodeRule } from './subject';

const holidays = z.array(z.iso.date());
const rates = z
  .record(z.string().refine(isCurrency), z.number().positive())
  .refine(table => Object.keys(table).length > 0);

/** A field of JSON that has a shape; the example shows it to editors. */
function shaped(name: string, shape: z.ZodType, description: string): NodeRule {
  return (node) => {
    const value = node.value[name];
    if (value === null || value === undefined || shape.safeParse(value).success) return [];
    return [{ path: [...node.path, name], message: description }];
  };
}

export const holidayList = shaped('holidays', holidays, 'This must be a list of days, such as ["2026-12-25", "2027-01-01"].');

export const rateTable = shaped('rates', rates, 'This must give a positive rate for each currency, one at least, such as {"USD": 1.08, "PLN": 4.25}, with codes after ISO 4217.');
