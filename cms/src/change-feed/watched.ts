import type { Core, Schema, UID } from '@strapi/strapi';

import { slugField } from '../content-rules/slugs';

/** A table whose rows are versions of documents. */
export interface DocumentTable {
  table: string;
  /** What the feed calls its documents. */
  type: string;
  /** Whether it holds drafts beside what is published. */
  hasDrafts: boolean;
  /** The column of the slug under which readers find a version. */
  slug: string | null;
  /** What its rows lead to. */
  links: Link[];
}

interface Link {
  table: string;
  /** Where the id of the row stands that leads, and of the one that it leads to. */
  from: string;
  to: string;
  target: DocumentTable;
}

/** A table whose rows belong to versions of documents: links, uses of components, components. */
export interface PartTable {
  table: string;
  owners: Owner[];
}

/** The versions that a row of a part table belongs to. */
export interface Owner extends Holder {
  /**
   * `linked` where what they hold stays as it is, and only something else leads to them now, or does not any more; `relinked` where a
   * link of theirs was made or taken away.
   */
  action: 'changed' | 'linked' | 'relinked';
  /** Of what is `linked`: the type that leads there. Of what is `relinked`: the table of the link. */
  by?: string;
  /** SQL for the ids of these versions. */
  idsOf(row: 'NEW' | 'OLD'): string;
}

/** Versions with something in them, or themselves. */
interface Holder {
  versions: DocumentTable;
  /** SQL for the ids of what is in the versions of the given ids. */
  within(ids: string): string;
}

/** A table of links, with all who may have links there. */
export interface LinkTable extends Omit<Link, 'target'> {
  /** The column of their order, where they have one. */
  order: string | null;
  /** The table of what they lead to. */
  target: string;
  holders: Holder[];
}

export interface WatchedTables {
  documents: DocumentTable[];
  parts: PartTable[];
  /** One that is known on both sides stands here twice. */
  links: LinkTable[];
}

/** What is not of our own making, yet changes what readers see. */
const others: Record<string, string> = { 'plugin::upload.file': 'file', 'plugin::i18n.locale': 'locale' };

/** All tables in which something that readers see can change, as the schemas of the content types have it. */
export function watchedTables(strapi: Core.Strapi): WatchedTables {
  const versions = new Map<string, DocumentTable>();
  for (const type of inOrder(Object.values(strapi.contentTypes))) {
    const name = others[type.uid] ?? (type.uid.startsWith('api::') ? type.info.singularName : undefined);
    if (name === undefined) continue;
    versions.set(type.uid, { table: tableOf(strapi, type.uid), type: name, hasDrafts: type.options?.draftAndPublish === true, slug: slugField(type)?.name ?? null, links: [] });
  }

  const parts = new Map<string, Owner[]>();
  const addPart = (table: string, owners: Owner[]) => {
    if (owners.length > 0) parts.set(table, [...(parts.get(table) ?? []), ...owners]);
  };
  for (const [uid, table] of versions) {
    if (usesComponents(strapi.contentTypes[uid as UID.ContentType])) addPart(usesOf(table.table), [{ ...itself(table), action: 'changed', idsOf: row => `${row}.entity_id` }]);
  }
  for (const component of inOrder(Object.values(strapi.components))) {
    const { uid } = component;
    addPart(tableOf(strapi, uid), ownersOfComponent(strapi, versions, uid, row => `${row}.id`));
    if (usesComponents(component)) addPart(usesOf(tableOf(strapi, uid)), ownersOfComponent(strapi, versions, uid, row => `${row}.entity_id`));
  }
  for (const { uid, table, type, id } of media(strapi)) {
    const idOf: Owner['idsOf'] = row => `SELECT ${row}.${id} WHERE ${row}.${type} = '${uid}'`;
    const own = versions.get(uid);
    addPart(table, own ? [{ ...itself(own), action: 'changed', idsOf: idOf }] : ownersOfComponent(strapi, versions, uid, idOf));
  }
  const links: LinkTable[] = [];
  for (const { uid, table, from, target, to, order } of relations(strapi)) {
    const [own, other] = [versions.get(uid), versions.get(target)];
    const fromOf: Owner['idsOf'] = row => `${row}.${from}`;
    const holders: Owner[] = own ? [{ ...itself(own), action: 'changed', idsOf: fromOf }] : ownersOfComponent(strapi, versions, uid, fromOf);
    const owners = holders.map((owner): Owner => ({ ...owner, action: 'relinked', by: table }));
    addPart(table, owners);
    links.push({ table, from, to, order, target: tableOf(strapi, target), holders });
    if (other === undefined) continue;
    const toOf: Owner['idsOf'] = row => `SELECT ${row}.${to}${other.hasDrafts ? '' : ` WHERE NOT (${isOfDraft(owners, row)})`}`;
    const leading = new Set(owners.map(({ versions: { type } }) => type));
    addPart(table, [...leading].map(by => ({ ...itself(other), action: 'linked', by, idsOf: toOf })));
    own?.links.push({ table, from, to, target: other });
  }
  return { documents: [...versions.values()], parts: [...parts].map(([table, owners]) => ({ table, owners })), links };
}

const itself = (versions: DocumentTable): Holder => ({ versions, within: ids => ids });

/**
 * The versions in which a component stands, be it within another.
 *
 * @param within of the component: from its ids to those of what is in it.
 */
function ownersOfComponent(
  strapi: Core.Strapi, versions: Map<string, DocumentTable>, component: string, idsOf: Owner['idsOf'], within: Holder['within'] = ids => ids,
): Owner[] {
  const above = (table: string): Owner['idsOf'] => row =>
    `SELECT entity_id FROM ${usesOf(table)} WHERE component_type = '${component}' AND cmp_id IN (${idsOf(row)})`;
  const below = (table: string): Holder['within'] => ids =>
    within(`SELECT cmp_id FROM ${usesOf(table)} WHERE component_type = '${component}' AND entity_id IN (${ids})`);
  const holders = [...inOrder(Object.values(strapi.contentTypes)), ...inOrder(Object.values(strapi.components))].filter(schema => holds(schema, component));
  return holders.flatMap(({ uid }) => {
    const owner = versions.get(uid);
    if (owner) return [{ versions: owner, action: 'changed', idsOf: above(owner.table), within: below(owner.table) }];
    const table = tableOf(strapi, uid);
    return uid in strapi.components ? ownersOfComponent(strapi, versions, uid, above(table), below(table)) : [];
  });
}

/**
 * SQL for whether a row is known to belong to a draft: what has no drafts itself does not tell that no reader sees the link.
 * On SQLite a block is linked before it is known where it stands; that is then told once too often.
 */
function isOfDraft(owners: Owner[], row: 'NEW' | 'OLD'): string {
  const drafts = owners.filter(({ versions }) => versions.hasDrafts)
    .map(({ versions: { table }, idsOf }) => `EXISTS (SELECT 1 FROM ${table} WHERE id IN (${idsOf(row)}) AND published_at IS NULL)`);
  return drafts.join(' OR ') || 'FALSE';
}

/** Every relation of a type or component, with the table that keeps it and the columns of its two ends; one that is known on both sides stands here twice. */
function relations(strapi: Core.Strapi): { uid: string; table: string; from: string; target: string; to: string; order: string | null }[] {
  return [...inOrder(Object.values(strapi.contentTypes)), ...inOrder(Object.values(strapi.components))].flatMap(({ uid, attributes }) =>
    Object.keys(attributes).flatMap((name) => {
      const attribute = strapi.db.metadata.get(uid).attributes[name];
      if (attribute?.type !== 'relation' || !('target' in attribute) || !('joinTable' in attribute) || attribute.target in strapi.components) return [];
      const { joinTable, target } = attribute;
      if (!joinTable || !('inverseJoinColumn' in joinTable)) return [];
      const order = 'orderColumnName' in joinTable ? joinTable.orderColumnName : undefined;
      return [{ uid, table: joinTable.name, from: joinTable.joinColumn.name, target, to: joinTable.inverseJoinColumn.name, order: order ?? null }];
    }));
}

/** Every type or component that shows files, with the table that says which and its two columns that lead back. */
function media(strapi: Core.Strapi): { uid: string; table: string; type: string; id: string }[] {
  const related = strapi.db.metadata.get('plugin::upload.file').attributes['related'];
  if (related?.type !== 'relation' || !('joinTable' in related) || !related.joinTable || !('morphColumn' in related.joinTable)) throw new Error('Strapi keeps elsewhere what shows a file.');
  const { name: table, morphColumn: { typeColumn, idColumn } } = related.joinTable;
  return [...inOrder(Object.values(strapi.contentTypes)), ...inOrder(Object.values(strapi.components))]
    .filter(schema => showsFiles(schema))
    .map(({ uid }) => ({ uid, table, type: typeColumn.name, id: idColumn.name }));
}

function showsFiles({ attributes }: Schema.ContentType | Schema.Component): boolean {
  return Object.values(attributes).some(({ type }) => type === 'media');
}

function holds({ attributes }: Schema.ContentType | Schema.Component, component: string): boolean {
  return Object.values(attributes).some(attribute =>
    (attribute.type === 'component' && attribute.component === component)
    || (attribute.type === 'dynamiczone' && attribute.components.some(allowed => allowed === component)));
}

function usesComponents(schema: Schema.ContentType | Schema.Component | undefined): boolean {
  return Object.values(schema?.attributes ?? {}).some(({ type }) => type === 'component' || type === 'dynamiczone');
}

/** Strapi does not load them in the same order at every start, and what is made of them is compared from start to start. */
function inOrder<S extends { uid: string }>(schemas: S[]): S[] {
  return [...schemas].sort((one, other) => (one.uid < other.uid ? -1 : 1));
}

const tableOf = (strapi: Core.Strapi, uid: string) => strapi.db.metadata.get(uid).tableName;

/** The table that says which components a version or a component uses. */
const usesOf = (table: string) => `${table}_cmps`;
