import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

import locales from '../../../locales.json';
import { describe as describeModels, uploadedFile } from '../../../shared-types/generator/describe.ts';
import { readSchemas } from '../../../shared-types/generator/schemas.ts';
import { entrySchema, type Asked } from '../helpers/answer-schema.ts';
import { startCms, type Cms } from '../helpers/cms.ts';
import { cmsRoot } from '../helpers/paths.ts';

const models = describeModels(readSchemas(cmsRoot));
const types = Object.entries(models).flatMap(([name, { kind, path }]) =>
  path ? [{ name, path, single: kind === 'single' }] : [],
);
const collections = types.filter(({ single }) => !single);

const pagination = z.strictObject({ page: z.number(), pageSize: z.number(), pageCount: z.number(), total: z.number() });

const defaultLocale = locales[0]?.code;

let cms: Cms;

beforeAll(async () => {
  cms = await startCms();
  // The CMS makes these itself when a slug changes, so the demo content has none.
  await cms.strapi.documents('api::redirect.redirect').create({
    data: { type: 'article', slugLocale: 'en', oldSlug: 'an-older-slug', targetDocumentId: 'k2v5q0z8w1x3y4a6b7c9d0e1' },
  });
});

afterAll(() => cms.stop());

const isComponent = (name: string) => models[name]?.kind === 'component';

/** All fields and links, components and zones to their depth; a linked document only flat, as it is met as its own type. */
function everythingOf(name: string): true | Asked {
  const links = Object.entries(models[name]?.links ?? {}).map(([link, { kind, to: [first = '', ...more] }]) => {
    if (kind === 'zone') return [link, { on: Object.fromEntries([first, ...more].map(part => [part, everythingOf(part)])) }];
    return [link, isComponent(first) ? everythingOf(first) : true];
  });
  return links.length > 0 ? { populate: Object.fromEntries(links) } : true;
}

/** One field of each part, and the first component alone of each zone. */
function littleOf(name: string): Asked {
  const field = Object.keys(models[name]?.scalars ?? {}).find(scalar => scalar !== 'id') ?? '';
  const links = Object.entries(models[name]?.links ?? {}).map(([link, { kind, to: [first = ''] }]) => {
    if (kind === 'zone') return [link, { on: { [first]: littleOf(first) } }];
    return [link, isComponent(first) ? littleOf(first) : { fields: ['createdAt'] }];
  });
  return { fields: [field], ...(links.length > 0 ? { populate: Object.fromEntries(links) } : {}) };
}

/** The brackets that Strapi reads: `populate[author][fields][0]=name`. */
function toSearch(value: unknown, name = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${name}=${encodeURIComponent(String(value))}`];
  return Object.entries(value).flatMap(([key, part]) => toSearch(part, name ? `${name}[${key}]` : key));
}

const read = (path: string, query: object) => cms.read(`/api/${path}?${toSearch(query).join('&')}`);

/** Reads all pages of a type in all locales and holds each against what the types promise. */
async function holds(type: (typeof types)[number], asked: Asked, seen: Set<string>): Promise<void> {
  const entry = entrySchema(models, type.name, asked, seen);
  const schema = type.single
    ? z.strictObject({ data: entry, meta: z.strictObject({}) })
    : z.strictObject({ data: z.array(entry), meta: z.strictObject({ pagination }) });
  const codes = models[type.name]?.localized ? locales.map(({ code }) => code) : [undefined];
  for (const locale of codes) {
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const place = { ...(locale ? { locale } : {}), ...(type.single ? {} : { pagination: { page, pageSize: 100 } }) };
      const { status, body } = await read(type.path, { ...asked, ...place });
      // A single type need not be there in every locale; a list is there, if empty.
      if (status === 404 && type.single && locale !== defaultLocale) continue;
      expect(status, `${type.path} ${locale ?? ''}: ${JSON.stringify(body).slice(0, 500)}`).toBe(200);
      const { error } = schema.safeParse(body);
      expect(error ? z.prettifyError(error) : '', `${type.path} ${locale ?? ''} differs from its type`).toBe('');
      pages = pageCount(body);
    }
  }
}

const pageCount = (body: unknown): number =>
  z.object({ meta: z.object({ pagination }) }).safeParse(body).data?.meta.pagination.pageCount ?? 1;

describe('answers are what the types say', () => {
  const seen = new Set<string>();

  test.each(types)('$name, asked for everything', async (type) => {
    const everything = everythingOf(type.name);
    await holds(type, everything === true ? {} : everything, seen);
  });

  test.each(types)('$name, asked for little', async (type) => {
    await holds(type, littleOf(type.name), new Set());
  });

  test('there is an example of every type, component and file', () => {
    const missing = [...Object.keys(models), uploadedFile].filter(name => !seen.has(name)).sort();
    expect(missing, `No published example of ${missing.join(', ')}: add one to cms/seed.`).toEqual([]);
  });
});

describe('what the types let a query name, the CMS takes', () => {
  const comparable = (name: string) =>
    name === uploadedFile
      ? ['mime', 'size', 'url']
      : Object.entries(models[name]?.scalars ?? {})
          .filter(([, { kind }]) => kind !== 'json' && kind !== 'blocks')
          .map(([field]) => field);

  test.each(collections)('$name: its fields to sort by', async ({ name, path }) => {
    for (const field of comparable(name)) {
      const { status, body } = await read(path, { sort: [`${field}:desc`] });
      expect(status, `${field}: ${JSON.stringify(body)}`).toBe(200);
    }
  });

  test.each(collections)('$name: its fields and those of its links to filter by', async ({ name, path }) => {
    const present = (field: string) => ({ [field]: { $notNull: true } });
    const links = Object.entries(models[name]?.links ?? {}).filter(([, { kind }]) => kind !== 'zone');
    const conditions = [
      ...comparable(name).map(present),
      ...links.flatMap(([link, { to: [target = ''] }]) => comparable(target).map(field => ({ [link]: present(field) }))),
    ];
    for (const filters of conditions) {
      const { status, body } = await read(path, { filters });
      expect(status, `${JSON.stringify(filters)}: ${JSON.stringify(body)}`).toBe(200);
    }
  });
});
