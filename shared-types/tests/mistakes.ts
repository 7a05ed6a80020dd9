/** Code that uses the types wrongly, and what the compiler must say of it. */
export interface Mistake {
  name: string;
  code: string;
  message: string;
}

const query = (type: string, literal: string) => `export const query = ${literal} as const satisfies Query<'${type}'>;`;

const entry = (literal: string, use: string) => `
  const query = ${literal} as const satisfies Query<'article'>;
  export function use(entry: Entry<'article', typeof query>) { ${use} }`;

export const mistakes: Mistake[] = [
  {
    name: 'an unknown field',
    code: query('article', `{ fields: ['titel'] }`),
    message: `Type '"titel"' is not assignable to type 'FieldName<"article">'. Did you mean '"title"'?`,
  },
  {
    name: 'a private field',
    code: query('review', `{ fields: ['consentReference'] }`),
    message: `Type '"consentReference"' is not assignable to type 'FieldName<"review">'.`,
  },
  {
    name: 'a private field in a filter',
    code: query('review', '{ filters: { consentReference: { $notNull: true } } }'),
    message: `'consentReference' does not exist in type 'Filters<"review">'.`,
  },
  {
    name: 'a link as a field',
    code: query('article', `{ fields: ['author'] }`),
    message: `Type '"author"' is not assignable to type 'FieldName<"article">'.`,
  },
  {
    name: 'an empty list of fields',
    code: query('article', '{ fields: [] }'),
    message: 'Source has 0 element(s) but target requires 1.',
  },
  {
    name: 'an unknown link',
    code: query('article', '{ populate: { autor: true } }'),
    message: `'autor' does not exist in type 'Populate<"article">'. Did you mean to write 'author'?`,
  },
  {
    name: 'an unknown field of a link',
    code: query('article', `{ populate: { author: { fields: ['nme'] } } }`),
    message: `Type '"nme"' is not assignable to type 'FieldName<"person">'. Did you mean '"name"'?`,
  },
  {
    name: 'an empty selection',
    code: query('article', '{ populate: { treatments: {} } }'),
    message: `Type '{}' is not assignable to type 'LinkQuery<{ kind: "many"; to: "treatment"; }> | undefined'.`,
  },
  {
    name: 'an unknown block of a zone',
    code: query('article', `{ populate: { body: { on: { 'block.gallery': true } } } }`),
    message: `''block.gallery'' does not exist in type`,
  },
  {
    name: 'an unknown field of a block',
    code: query('article', `{ populate: { body: { on: { 'block.text': { fields: ['words'] } } } } }`),
    message: `Type '"words"' is not assignable to type 'FieldName<"block.text">'.`,
  },
  {
    name: 'an unknown field of a file',
    code: query('article', `{ populate: { cover: { populate: { image: { fields: ['href'] } } } } }`),
    message: `Type '"href"' is not assignable to type 'FieldName<"upload.file">'.`,
  },
  {
    name: 'an unknown field in a filter',
    code: query('article', `{ filters: { $or: [{ treatments: { slag: 'ahsct' } }] } }`),
    message: `'slag' does not exist in type 'Filters<"treatment">'.`,
  },
  {
    name: 'a filter by a value of another type',
    code: query('cost-entry', `{ filters: { amountFrom: { $gte: '1000' } } }`),
    message: `Type 'string' is not assignable to type 'number'.`,
  },
  {
    name: 'a filter by a value that the enumeration lacks',
    code: query('review', `{ filters: { moderationState: 'aproved' } }`),
    message: `Did you mean '"approved"'?`,
  },
  {
    name: 'an unknown field to sort by',
    code: query('article', `{ sort: ['titel:asc'] }`),
    message: `Did you mean '"title:asc"'?`,
  },
  {
    name: 'a field of a link to sort by',
    code: query('article', `{ sort: 'author.name' }`),
    message: `Type '"author.name"' is not assignable to type`,
  },
  {
    name: 'rich text to sort by',
    code: query('page', `{ sort: 'body' }`),
    message: `Type '"body"' is not assignable to type`,
  },
  {
    name: 'drafts',
    code: query('article', `{ status: 'draft' }`),
    message: `Type '"draft"' is not assignable to type 'undefined'.`,
  },
  {
    name: 'drafts by another door',
    code: query('article', `{ publicationFilter: 'modified' }`),
    message: `'publicationFilter' does not exist in type 'Query<"article">'.`,
  },
  {
    name: 'an unknown type',
    code: query('artikel', '{}'),
    message: `Type '"artikel"' does not satisfy the constraint 'keyof Types'.`,
  },
  {
    name: 'two ways of paging at once',
    code: query('article', '{ pagination: { page: 1, limit: 5 } }'),
    message: `Type '5' is not assignable to type 'undefined'.`,
  },
  {
    name: 'use of a field that was not asked for',
    code: entry(`{ fields: ['slug'] }`, 'return entry.title;'),
    message: `Property 'title' does not exist on type`,
  },
  {
    name: 'use of a link that was not populated',
    code: entry(`{ fields: ['slug'] }`, 'return entry.author;'),
    message: `Property 'author' does not exist on type`,
  },
  {
    name: 'use of a link as if it were always there',
    code: entry('{ populate: { author: true } }', 'return entry.author.name;'),
    message: `'entry.author' is possibly 'null'.`,
  },
  {
    name: 'use of an optional field as if it were always there',
    code: entry(`{ fields: ['changeNote'] }`, 'return entry.changeNote.length;'),
    message: `'entry.changeNote' is possibly 'null'.`,
  },
  {
    name: 'use of a block before it is known which one it is',
    code: entry('{ populate: { body: true } }', 'return entry.body.map((block) => block.grade);'),
    message: `Property 'grade' does not exist on type`,
  },
];

/** The same shapes used rightly: what shows that the compiler complains of the mistakes and of nothing else. */
export const rightUse = `
  const query = {
    fields: ['title', 'changeNote'],
    locale: 'en',
    filters: { slug: { $eq: 'ms' }, $or: [{ treatments: { slug: 'ahsct' } }, { reviewedOn: { $notNull: true } }] },
    sort: ['title:asc', 'slug'],
    pagination: { page: 1, pageSize: 5 },
    populate: {
      author: true,
      cover: { populate: { image: { fields: ['url'] } } },
      treatments: { filters: { specialty: 'neurology' } },
      body: { on: { 'block.text': true, 'evidence.claim': { fields: ['grade'] } } },
    },
  } as const satisfies Query<'article'>;
  export function grades(entry: Entry<'article', typeof query>): string[] {
    const grades = entry.body.map((block) => (block.__component === 'evidence.claim' ? block.grade : ''));
    return [entry.title, entry.author?.name ?? '', entry.changeNote ?? '', entry.cover?.image?.url ?? '', ...grades];
  }`;
