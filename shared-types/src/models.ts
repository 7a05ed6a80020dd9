import type { Components, Types } from './generated';
import type { Uploads } from './upload';

export interface Models extends Types, Components, Uploads {}

export type TypeName = keyof Types;
export type ComponentName = keyof Components;
export type ModelName = keyof Models;

export type Scalars<Name extends ModelName> = Models[Name]['scalars'];
export type Links<Name extends ModelName> = Models[Name]['links'];
export type FieldName<Name extends ModelName> = keyof Scalars<Name> & string;
export type LinkName<Name extends ModelName> = keyof Links<Name> & string;

export type Target<L> = L extends { to: infer To extends ModelName } ? To : never;

/** The last part of a type's REST address: `articles`, `site`. */
export type ApiPath = Types[TypeName]['path'];
/** The type that is read at an address: `TypeAt<'articles'>` is `'article'`. */
export type TypeAt<Path extends ApiPath> = { [Name in TypeName]: Types[Name]['path'] extends Path ? Name : never }[TypeName];
