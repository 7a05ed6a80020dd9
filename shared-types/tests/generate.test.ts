import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describe as describeModels } from '../generator/describe.ts';
import { render } from '../generator/render.ts';
import { readSchemas, type Attribute } from '../generator/schemas.ts';

const root = resolve(import.meta.dirname, '..');
const cms = resolve(root, '../cms');
const committed = join(root, 'src/generated.ts');

let scratch: string;

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'shared-types-'));
});

afterEach(() => {
  rmSync(scratch, { recursive: true, force: true });
});

function generate(cmsFolder: string): string {
  const out = join(scratch, 'generated.ts');
  execFileSync(process.execPath, [join(root, 'generate.ts'), '--cms', cmsFolder, '--out', out], { stdio: 'pipe' });
  return readFileSync(out, 'utf8');
}

/** True if the committed types say what the schemas in this folder say. */
const isFresh = (cmsFolder: string): boolean => generate(cmsFolder) === readFileSync(committed, 'utf8');

function copySchemas(): string {
  const copy = join(scratch, 'cms');
  cpSync(join(cms, 'src/api'), join(copy, 'src/api'), { recursive: true });
  cpSync(join(cms, 'src/components'), join(copy, 'src/components'), { recursive: true });
  return copy;
}

function changeArticle(cmsFolder: string, change: (attributes: Record<string, Attribute>) => void): void {
  const file = join(cmsFolder, 'src/api/article/content-types/article/schema.json');
  const schema = JSON.parse(readFileSync(file, 'utf8'));
  change(schema.attributes);
  writeFileSync(file, JSON.stringify(schema));
}

test('the committed types are those of the schemas', () => {
  expect(isFresh(cms), 'The schemas have changed. Run `node shared-types/generate.ts` and commit src/generated.ts.').toBe(true);
});

describe('a schema change without regeneration is noticed', () => {
  test.each<[string, (attributes: Record<string, Attribute>) => void]>([
    ['a new field', (attributes) => { attributes.subtitle = { type: 'string' }; }],
    ['a field that is no longer required', (attributes) => { attributes.title = { type: 'string' }; }],
    ['a removed field', (attributes) => { delete attributes.summary; }],
    ['a field that became private', (attributes) => { attributes.title = { type: 'string', required: true, private: true }; }],
    ['a zone with one component less', (attributes) => { attributes.body?.components?.pop(); }],
  ])('%s', (_, change) => {
    const copy = copySchemas();
    expect(isFresh(copy)).toBe(true);
    changeArticle(copy, change);
    expect(isFresh(copy)).toBe(false);
  });
});

test('the order in which files and attributes are found does not show', () => {
  const { types, components } = readSchemas(cms);
  const reversed = <Value>(record: Record<string, Value>) => Object.fromEntries(Object.entries(record).reverse());
  const turned = Object.entries(types).map(([name, schema]) => [name, { ...schema, attributes: reversed(schema.attributes) }] as const);
  const text = render(describeModels({ types: reversed(Object.fromEntries(turned)), components: reversed(components) }));
  expect(text).toBe(readFileSync(committed, 'utf8'));
});

test('a private field cannot be named', () => {
  expect(readSchemas(cms).types.review?.attributes.consentReference?.private).toBe(true);
  expect(readFileSync(committed, 'utf8')).not.toContain('consentReference');
});

test.each<[string, Record<string, Attribute>, string]>([
  ['an attribute of an unknown type', { odd: { type: 'customField' } }, 'article.odd: no type is known for an attribute of type "customField".'],
  ['a relation out of the content model', { odd: { type: 'relation', target: 'admin::user' } }, 'article.odd leads to "admin::user", which has no schema here.'],
  ['a name that Strapi uses', { locale: { type: 'string' } }, 'article.locale: Strapi keeps this name for itself.'],
])('%s stops the generator', (_, added, message) => {
  const copy = copySchemas();
  changeArticle(copy, attributes => Object.assign(attributes, added));
  expect(() => generate(copy)).toThrow(message);
});
