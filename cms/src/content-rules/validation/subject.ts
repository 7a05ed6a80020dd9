import type { Core, UID } from '@strapi/strapi';

import type { Sentence } from '../../messages';
import { ownAttributes, type Attribute, type ContentType } from '../model';
import { partsOf, type Path } from '../parts';
import type { Row } from '../rows';

/** Something that must be mended before the version is shown: where, what is wrong and what to do. */
export interface Fault {
  path: Path;
  message: Sentence;
}

/** The document itself or one of its parts. */
export interface Node {
  uid: UID.Schema;
  value: Record<string, unknown>;
  path: Path;
}

export interface Field {
  /** Of the document or part that has it. */
  uid: UID.Schema;
  name: string;
  attribute: Attribute;
  value: unknown;
  path: Path;
}

/** One version of a document, as readers would meet it. */
export interface Subject {
  strapi: Core.Strapi;
  type: ContentType;
  /** Null for types without locales. */
  locale: string | null;
  /** The document first, then its parts in reading order. */
  nodes: Node[];
}

/** A rule of one kind of document or part. */
export type NodeRule = (node: Node, subject: Subject) => Fault[];

/** A rule of the version as a whole. */
export type DocumentRule = (subject: Subject) => Fault[] | Promise<Fault[]>;

export function subjectOf(strapi: Core.Strapi, type: ContentType, row: Row): Subject {
  return { strapi, type, locale: row.locale, nodes: [{ uid: type.uid, value: row, path: [] }, ...partsOf(strapi, type, row)] };
}

/** The fields of a node that hold something. */
function fieldsOf({ strapi }: Subject, node: Node): Field[] {
  return ownAttributes(strapi.getModel(node.uid)).flatMap(([name, attribute]) => {
    const value = node.value[name];
    return value === null || value === undefined || value === '' ? [] : [{ uid: node.uid, name, attribute, value, path: [...node.path, name] }];
  });
}

/** The fields of the document and all of its parts that hold something. */
export const allFields = (subject: Subject): Field[] => subject.nodes.flatMap(node => fieldsOf(subject, node));

/** A rule of named text fields, which says what is wrong with a value or gives null. Empty fields pass. */
export function eachText(names: string[], problem: (value: string) => Sentence | null): NodeRule {
  return node =>
    names.flatMap((name) => {
      const value = node.value[name];
      const message = typeof value === 'string' && value !== '' ? problem(value) : null;
      return message === null ? [] : [{ path: [...node.path, name], message }];
    });
}
