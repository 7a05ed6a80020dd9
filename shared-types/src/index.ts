export * from './generated';
export type { ApiPath, ComponentName, ModelName, TypeAt, TypeName } from './models';
export type { Fields, Filters, Populate, Query, Selection, Sort } from './query';
export type { Answer, DocumentAnswer, Entry } from './rest';
export type * from './values';
