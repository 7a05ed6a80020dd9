import type { Link, Model, Models, Scalar, ScalarKind } from './describe.ts';
import { sortedEntries } from './schemas.ts';

const head = `// Generated from the CMS's schemas by \`node shared-types/generate.ts\`. Do not edit.
import type { BlocksContent, Json } from './values';
`;

/**
 * Writes the described models as TypeScript: the lists of enumerated values, then the types and the components.
 * @returns the text of the generated file; the same models always give the same text.
 */
export function render(models: Models): string {
  const sorted = sortedEntries(models);
  const types = sorted.filter(([, model]) => model.kind !== 'component');
  const components = sorted.filter(([, model]) => model.kind === 'component');
  return [
    head,
    ...sorted.flatMap(renderEnumerations),
    renderInterface('Types', types),
    renderInterface('Components', components),
  ].join('\n');
}

/** `cost-entry` and `kind` give `costEntryKind`. */
const listName = (model: string, attribute: string): string =>
  `${model}.${attribute}`.replace(/[^a-zA-Z0-9]+(.)/g, (_, letter: string) => letter.toUpperCase());

const typeName = (model: string, attribute: string): string =>
  listName(model, attribute).replace(/^./, letter => letter.toUpperCase());

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const property = (name: string): string => (/^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name) ? name : quoted(name));

function renderEnumerations([model, { scalars }]: [string, Model]): string[] {
  return sortedEntries(scalars).flatMap(([attribute, { values }]) => {
    if (!values) return [];
    const list = listName(model, attribute);
    return [
      `export const ${list} = [${values.map(quoted).join(', ')}] as const;`,
      `export type ${typeName(model, attribute)} = (typeof ${list})[number];\n`,
    ];
  });
}

function renderInterface(name: string, models: [string, Model][]): string {
  return `export interface ${name} {\n${models.map(renderModel).join('')}}\n`;
}

function renderModel([name, model]: [string, Model]): string {
  const lines = [
    `kind: ${quoted(model.kind)};`,
    ...(model.path ? [`path: ${quoted(model.path)};`] : []),
    ...(model.kind === 'component' ? [] : [`localized: ${model.localized};`, `draftAndPublish: ${model.draftAndPublish};`]),
    ...renderMembers('scalars', sortedEntries(model.scalars).map(([key, scalar]) => `${property(key)}: ${scalarType(name, key, scalar)};`)),
    ...renderMembers('links', sortedEntries(model.links).map(([key, link]) => `${property(key)}: ${linkType(link)};`)),
  ];
  return `  ${property(name)}: {\n${lines.map(line => `    ${line}\n`).join('')}  };\n`;
}

function renderMembers(name: string, members: string[]): string[] {
  if (members.length === 0) return [`${name}: Record<never, never>;`];
  return [`${name}: {`, ...members.map(member => `  ${member}`), '};'];
}

function scalarType(model: string, attribute: string, { kind, nullable }: Scalar): string {
  const types: Record<ScalarKind, string> = {
    string: 'string',
    number: 'number',
    boolean: 'boolean',
    json: 'Json',
    blocks: 'BlocksContent',
    enumeration: typeName(model, attribute),
  };
  return nullable ? `${types[kind]} | null` : types[kind];
}

function linkType({ kind, to }: Link): string {
  return `{ kind: ${quoted(kind)}; to: ${[...to].sort().map(quoted).join(' | ')} }`;
}
