import { errors } from '@strapi/utils';

import { isRecord } from './schema-walk';

const whetherThere = new Set(['$null', '$notNull']);
const comparisons = new Set(['$eq', '$ne', '$in', '$notIn', '$lt', '$lte', '$gt', '$gte', '$between']);
const ofTexts = new Set([
  '$eqi', '$nei', '$startsWith', '$startsWithi', '$endsWith', '$endsWithi', '$contains', '$containsi', '$notContains', '$notContainsi',
]);
const texts = new Set(['string', 'text', 'richtext', 'email', 'uid', 'enumeration']);

/** What a value of a type looks like in an address. */
const forms: Record<string, (value: string) => boolean> = {
  integer: value => /^[+-]?\d{1,10}$/.test(value) && Math.abs(Number(value)) < 2 ** 31,
  biginteger: value => /^[+-]?\d{1,18}$/.test(value),
  decimal: value => value.trim() !== '' && Number.isFinite(Number(value)),
  float: value => value.trim() !== '' && Number.isFinite(Number(value)),
  boolean: value => ['true', 'false', 't', 'f', '1', '0'].includes(value),
  date: value => /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)),
  datetime: value => /^\d{4}-\d\d-\d\d/.test(value) && !Number.isNaN(Date.parse(value)),
  time: value => /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?$/.test(value),
};

/** PostgreSQL takes any other character. */
const isText = (value: string): boolean => !value.includes('\0');

/**
 * Checks that a field can be compared in this way and with these values: the database stumbles over others, and says them aloud in the log.
 *
 * @throws ValidationError that names the field, never the value
 */
export function guardComparison(field: string, condition: unknown, type: string): void {
  if (!isRecord(condition)) return checkValues(field, condition, type);
  for (const [operator, operand] of Object.entries(condition)) {
    if (operator === '$not') guardComparison(field, operand, type);
    else if (comparisons.has(operator) || (ofTexts.has(operator) && texts.has(type))) checkOperand(field, operator, operand, type);
    else if (!whetherThere.has(operator) || isRecord(operand)) throw new errors.ValidationError(`"${field}" cannot be filtered in this way.`);
  }
}

function checkOperand(field: string, operator: string, operand: unknown, type: string): void {
  if (operator === '$between' && !(Array.isArray(operand) && operand.length === 2)) {
    throw new errors.ValidationError(`"$between" of "${field}" takes two values.`);
  }
  checkValues(field, operand, type);
}

function checkValues(field: string, values: unknown, type: string): void {
  const form = texts.has(type) ? isText : forms[type];
  if (!form) throw new errors.ValidationError(`"${field}" can only be asked for with "$null" and "$notNull".`);
  for (const value of [values].flat()) {
    const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
    if (value !== null && !(isPlain && form(String(value)))) throw new errors.ValidationError(`"${field}" is filtered by something that is no ${texts.has(type) ? 'text' : type}.`);
  }
}
