import { z } from 'zod';

import { fromMarkdown } from '../../rich-text/from-markdown.ts';
import { isToMany, type Attribute, type Attributes, type Model } from '../model.ts';

/** What a field may point to; each answers with what is wrong, or nothing. */
interface Surroundings {
  model: Model;
  relation(target: string, id: string): string | undefined;
  picture(name: string): string | undefined;
}

/**
 * Makes the check of one map of fields: nothing unknown, nothing required missing, every value as the schema file has it.
 * Strings lose the line end that YAML gives them; Markdown becomes Blocks.
 *
 * @param elsewhere says where a field belongs that is known but not here
 */
export function fieldsSchema(
  attributes: Attributes,
  surroundings: Surroundings,
  elsewhere: (field: string) => string | undefined = () => undefined,
) {
  const shape = Object.fromEntries(
    Object.entries(attributes).map(([name, attribute]) => {
      // In the seed an entry may have a readable name, of which its key is made.
      const schema = name === 'key' ? text() : attributeSchema(attribute, surroundings);
      return [name, attribute.required && attribute.default === undefined ? schema : schema.optional()];
    }),
  );
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return 'must be a map of fields';
      const known = Object.keys(attributes).join(', ');
      return issue.keys.map(key => elsewhere(key) ?? `unknown field "${key}"; the fields are ${known}`).join('; ');
    },
  });
}

function attributeSchema(attribute: Attribute, surroundings: Surroundings): z.ZodType {
  switch (attribute.type) {
    case 'boolean':
      return z.boolean({ error: 'must be true or false' });
    case 'integer':
      return number(attribute).int('must be a whole number');
    case 'decimal':
      return number(attribute);
    case 'json':
      return z.unknown().refine(value => value !== null && value !== undefined, 'is missing');
    case 'date':
      return z.iso.date('must be a date such as 2026-10-14');
    case 'email':
      return z.email('must be a mail address');
    case 'enumeration':
      return z.enum(attribute.enum ?? [], { error: `must be one of ${attribute.enum?.join(', ')}` });
    case 'blocks':
      return markdown();
    case 'media':
      return reference(name => surroundings.picture(name));
    case 'relation': {
      const target = attribute.target ?? '';
      const id = reference(value => surroundings.relation(target, value));
      return isToMany(attribute) ? z.array(id, { error: 'must be a list of ids' }) : id;
    }
    case 'component': {
      const fields = fieldsSchema(surroundings.model.components.get(attribute.component ?? '') ?? {}, surroundings);
      return attribute.repeatable ? list(fields, attribute) : fields;
    }
    case 'dynamiczone':
      return list(zoneEntry(attribute.components ?? [], surroundings), attribute);
    default:
      return string(attribute);
  }
}

function number(attribute: Attribute) {
  let schema = z.number({ error: issue => (issue.input === undefined ? 'is missing' : 'must be a number, without quotes') });
  if (attribute.min !== undefined) schema = schema.min(attribute.min, `must be at least ${attribute.min}`);
  if (attribute.max !== undefined) schema = schema.max(attribute.max, `must be at most ${attribute.max}`);
  return schema;
}

function text() {
  return z
    .string({ error: issue => (issue.input === undefined ? 'is missing' : 'must be text; put it in quotes') })
    .trim()
    .min(1, { error: 'is empty; leave the field out', abort: true });
}

/** One sentence a field: what is too long is not also told that it has the wrong form. */
function string({ minLength, maxLength, regex }: Attribute) {
  let schema = text();
  if (minLength) schema = schema.min(minLength, { error: `must have at least ${minLength} characters`, abort: true });
  if (maxLength) schema = schema.max(maxLength, { error: `must have at most ${maxLength} characters`, abort: true });
  if (regex) schema = schema.regex(new RegExp(regex), `must have the form ${regex}`);
  return schema;
}

function markdown() {
  return text().transform((source, context) => {
    const { blocks, unplaced } = fromMarkdown(source);
    for (const { kind, text: words, url } of unplaced) {
      const what = [words, url && `(${url})`].filter(Boolean).join(' ');
      context.addIssue({ code: 'custom', message: `rich text has no place for this ${kind}: ${what || 'remove it'}` });
    }
    return blocks;
  });
}

function reference(problemWith: (value: string) => string | undefined) {
  return text().superRefine((value, context) => {
    const problem = problemWith(value);
    if (problem) context.addIssue({ code: 'custom', message: problem });
  });
}

function list(entry: z.ZodType, attribute: Attribute) {
  const schema = z.array(entry, { error: issue => (issue.input === undefined ? 'is missing' : 'must be a list') });
  return attribute.min ? schema.min(attribute.min, `must have at least ${attribute.min}`) : schema;
}

function zoneEntry(components: string[], surroundings: Surroundings) {
  const options = components.map(name =>
    fieldsSchema(surroundings.model.components.get(name) ?? {}, surroundings).extend({ component: z.literal(name) }),
  );
  const [first, ...others] = options;
  if (!first) throw new Error('A dynamic zone must allow a component.');
  return z.discriminatedUnion('component', [first, ...others], {
    error: `must have a component, one of ${components.join(', ')}`,
  });
}
