import type { ComponentName, Links, ModelName, Models, Scalars, Target, TypeName } from './models';
import type { Query } from './query';

/**
 * The body that REST answers to a query at a type's address: a list for a collection, one entry for a single type.
 * `Answer<'article', typeof query>`
 */
export type Answer<Name extends TypeName, Q extends Query<Name> = Record<never, never>> = Models[Name]['kind'] extends 'single'
  ? DocumentAnswer<Name, Q>
  : { data: Entry<Name, Q>[]; meta: { pagination: Pagination<Q> } };

/** The body that REST answers to a query at the address of one document. */
export interface DocumentAnswer<Name extends TypeName, Q extends Query<Name> = Record<never, never>> {
  data: Entry<Name, Q>;
  meta: Record<never, never>;
}

/**
 * One document, component or file as a query or a part of one asks for it:
 * `Entry<'article', typeof query>`, `Entry<'shared.figure', typeof figure>`.
 */
export type Entry<Name extends ModelName, Q = unknown> = Flat<
  Pick<Scalars<Name>, Extract<keyof Scalars<Name>, AnsweredField<Q> | 'id' | 'documentId'>> & LinkedValues<Name, Q>
>;

/** Written out, so that an editor shows the fields and not how they were worked out. */
type Flat<T> = T extends infer Shown ? { [Key in keyof Shown]: Shown[Key] } : never;

type AnsweredField<Q> = Q extends { fields: readonly (infer Field)[] } ? Field : PropertyKey;

type LinkedValues<Name extends ModelName, Q> = Q extends { populate: infer P }
  ? { -readonly [L in keyof P]: L extends keyof Links<Name> ? LinkedValue<Links<Name>[L], P[L]> : `${Name} has no link ${L & string}` }
  : unknown;

type LinkedValue<L, Q> = L extends { kind: 'zone' }
  ? ZoneEntry<Extract<Target<L>, ComponentName>, Q>[]
  : L extends { kind: 'many' }
    ? Entry<Target<L>, Q>[]
    : L extends { kind: 'always' }
      ? Entry<Target<L>, Q>
      : Entry<Target<L>, Q> | null;

/** One entry of a zone for each component that is asked for, told apart by `__component`. */
type ZoneEntry<Name extends ComponentName, Q> = Q extends { on: infer On }
  ? { [C in Extract<keyof On, Name>]: Labelled<C, On[C]> }[Extract<keyof On, Name>]
  : { [C in Name]: Labelled<C, true> }[Name];

type Labelled<Name extends ComponentName, Q> = Flat<{ __component: Name } & Entry<Name, Q>>;

type Pagination<Q> = Q extends { pagination: { start: number } | { limit: number } }
  ? { start: number; limit: number; total: number }
  : { page: number; pageSize: number; pageCount: number; total: number };
