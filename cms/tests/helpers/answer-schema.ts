import { z } from 'zod';

import type { BlocksContent, Entry, InlineNode, Json, ListNode, TextNode } from '@polyclinic/shared-types';
import { uploadedFile, type Link, type Models, type Scalar } from '../../../shared-types/generator/describe.ts';

/** What is asked of one model: as `Selection` of the types, for a model whose name is known only here. */
export interface Asked {
  fields?: string[];
  populate?: Record<string, true | Asked>;
  on?: Record<string, true | Asked>;
}

/**
 * The answer to a query as `Entry` of the types has it, to be checked at run time: no field more, none less.
 * @param seen gathers the names of the models of which an example was met.
 */
export function entrySchema(models: Models, name: string, asked: true | Asked, seen: Set<string>): z.ZodType {
  const { fields, populate = {} } = asked === true ? {} : asked;
  const shape = scalarSchemas(models, name);
  const kept = fields && new Set(['id', 'documentId', ...fields]);
  const links = Object.entries(populate).map(([link, part]) => {
    const described = models[name]?.links[link];
    if (!described) throw new Error(`${name} has no link ${link}`);
    return [link, linkSchema(models, described, part, seen)] as const;
  });
  return z
    .strictObject({
      ...Object.fromEntries(Object.entries(shape).filter(([field]) => kept?.has(field) ?? true)),
      ...Object.fromEntries(links),
    })
    .refine(() => seen.add(name));
}

function scalarSchemas(models: Models, name: string): Record<string, z.ZodType> {
  if (name === uploadedFile) return file.shape;
  const scalars = Object.entries(models[name]?.scalars ?? {});
  return Object.fromEntries(scalars.map(([field, scalar]) => [field, scalarSchema(scalar)]));
}

function linkSchema(models: Models, { kind, to }: Link, asked: true | Asked, seen: Set<string>): z.ZodType {
  if (kind === 'zone') return z.array(zoneSchema(models, to, asked, seen));
  const entry = entrySchema(models, to[0] ?? '', asked, seen);
  if (kind === 'many') return z.array(entry);
  return kind === 'always' ? entry : entry.nullable();
}

/** Each entry is held against its own component, so that a fault names what is wrong with it. */
function zoneSchema(models: Models, components: string[], asked: true | Asked, seen: Set<string>): z.ZodType {
  const parts: Record<string, true | Asked> =
    (asked === true ? undefined : asked.on) ?? Object.fromEntries(components.map(name => [name, true]));
  const schemas = new Map(Object.entries(parts).map(([name, part]) => [name, entrySchema(models, name, part, seen)]));
  return z.looseObject({ __component: z.enum(Object.keys(parts)) }).transform(({ __component, ...entry }, context) => {
    const { issues = [] } = schemas.get(__component)?.safeParse(entry).error ?? {};
    for (const { path, message } of issues) context.addIssue({ code: 'custom', path, message: `${__component}: ${message}` });
    return entry;
  });
}

function scalarSchema({ kind, nullable, values = [] }: Scalar): z.ZodType {
  const schema = {
    string: z.string(),
    number: z.number(),
    boolean: z.boolean(),
    json,
    blocks,
    enumeration: z.enum(values),
  }[kind];
  return nullable ? schema.nullable() : schema;
}

const json: z.ZodType<Json> = z.json();

// What is written by hand in `shared-types/src` is tied to its type here and to real answers by the test.

const text: z.ZodType<TextNode> = z.strictObject({
  type: z.literal('text'),
  text: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  underline: z.boolean().optional(),
  strikethrough: z.boolean().optional(),
  code: z.boolean().optional(),
});

const inline: z.ZodType<InlineNode> = z.union([
  text,
  z.strictObject({ type: z.literal('link'), url: z.string(), children: z.array(text) }),
]);

const children = z.array(inline);

const list: z.ZodType<ListNode> = z.strictObject({
  type: z.literal('list'),
  format: z.enum(['ordered', 'unordered']),
  indentLevel: z.number().optional(),
  children: z.array(z.union([z.strictObject({ type: z.literal('list-item'), children }), z.lazy(() => list)])),
});

const blocks: z.ZodType<BlocksContent> = z.array(
  z.union([
    z.strictObject({ type: z.literal('paragraph'), children }),
    z.strictObject({ type: z.literal('heading'), level: z.literal([2, 3, 4]), children }),
    z.strictObject({ type: z.literal('quote'), children }),
    list,
  ]),
);

const file = z.strictObject({
  id: z.number(),
  documentId: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  publishedAt: z.string(),
  name: z.string(),
  alternativeText: z.string().nullable(),
  caption: z.string().nullable(),
  focalPoint: json,
  width: z.number().nullable(),
  height: z.number().nullable(),
  formats: json,
  hash: z.string(),
  ext: z.string().nullable(),
  mime: z.string(),
  size: z.number(),
  url: z.string(),
  previewUrl: z.string().nullable(),
  provider: z.string(),
  provider_metadata: json,
} satisfies Record<keyof Entry<'upload.file'>, z.ZodType>);
