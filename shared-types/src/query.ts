import type { FieldName, LinkName, Links, ModelName, Scalars, Target, TypeName } from './models';

/**
 * A query for `Name`, checked where it is written:
 * `const query = { fields: ['title'], populate: { author: true } } as const satisfies Query<'article'>`.
 * Drafts cannot be asked for.
 */
export interface Query<Name extends TypeName> extends Refinement<Name> {
  fields?: Fields<Name>;
  populate?: Populate<Name>;
  /** A type without locales takes one too, for what it leads to. */
  locale?: string;
  pagination?: PageNumber | Offset;
  status?: never;
}

/** What is answered of a linked document, a component or a file. Without `fields` that is every scalar field. */
export type Selection<Name extends ModelName> =
  | { readonly fields: Fields<Name>; readonly populate?: Populate<Name> }
  | { readonly fields?: undefined; readonly populate: Populate<Name> };

/** An empty list would be lost on the way and mean every field, so there is none. */
export type Fields<Name extends ModelName> = readonly [FieldName<Name>, ...FieldName<Name>[]];

export type Populate<Name extends ModelName> = { readonly [L in LinkName<Name>]?: LinkQuery<Links<Name>[L]> };

type LinkQuery<L> = true | (L extends { kind: 'zone' } ? Zone<L> : L extends { kind: 'many' } ? ManyQuery<Target<L>> : Selection<Target<L>>);

/** Only the components named here are answered. */
interface Zone<L> {
  readonly on: { readonly [Name in Target<L>]?: true | Selection<Name> };
}

/** Not empty, for the same reason as `Fields`. */
type ManyQuery<Name extends ModelName> =
  | (Selection<Name> & Refinement<Name>)
  | (Unselected & { readonly filters: Filters<Name>; readonly sort?: SortBy<Name> })
  | (Unselected & { readonly filters?: undefined; readonly sort: SortBy<Name> });

interface Unselected {
  readonly fields?: undefined;
  readonly populate?: undefined;
}

interface Refinement<Name extends ModelName> {
  readonly filters?: Filters<Name>;
  readonly sort?: SortBy<Name>;
}

type SortBy<Name extends ModelName> = Sort<Name> | readonly Sort<Name>[];
/** Only by the documents' own fields: an order by what a link leads to would tell of its drafts. */
export type Sort<Name extends ModelName> = `${ComparableField<Name>}${'' | ':asc' | ':desc'}`;

export type Filters<Name extends ModelName> = {
  readonly [F in ComparableField<Name>]?: Condition<NonNullable<Scalars<Name>[F & keyof Scalars<Name>]>>;
} & {
  readonly [L in FilterableLink<Name>]?: Filters<Target<Links<Name>[L]>>;
} & {
  readonly $and?: readonly Filters<Name>[];
  readonly $or?: readonly Filters<Name>[];
  readonly $not?: Filters<Name>;
};

/** JSON and rich text are neither compared nor ordered. */
type ComparableField<Name extends ModelName> = {
  [F in FieldName<Name>]: [Extract<Scalars<Name>[F], object>] extends [never] ? F : never;
}[FieldName<Name>];

type FilterableLink<Name extends ModelName> = {
  [L in LinkName<Name>]: Links<Name>[L] extends { kind: 'zone' } ? never : L;
}[LinkName<Name>];

type Condition<Value> = Value | Operators<Value>;

type Operators<Value> = Presence & {
  readonly $eq?: Value;
  readonly $ne?: Value;
  readonly $in?: readonly Value[];
  readonly $notIn?: readonly Value[];
  readonly $lt?: Value;
  readonly $lte?: Value;
  readonly $gt?: Value;
  readonly $gte?: Value;
  readonly $between?: readonly [Value, Value];
} & (Value extends string ? TextOperators : unknown);

interface Presence {
  readonly $null?: boolean;
  readonly $notNull?: boolean;
}

interface TextOperators {
  readonly $eqi?: string;
  readonly $nei?: string;
  readonly $contains?: string;
  readonly $notContains?: string;
  readonly $containsi?: string;
  readonly $notContainsi?: string;
  readonly $startsWith?: string;
  readonly $startsWithi?: string;
  readonly $endsWith?: string;
  readonly $endsWithi?: string;
}

/** A page has 100 entries at most, whatever is asked for. */
interface PageNumber {
  readonly page?: number;
  readonly pageSize?: number;
  readonly start?: undefined;
  readonly limit?: undefined;
}

interface Offset {
  readonly start?: number;
  readonly limit?: number;
  readonly page?: undefined;
  readonly pageSize?: undefined;
}
