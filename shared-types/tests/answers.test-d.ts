import { describe, expectTypeOf, test } from 'vitest';
import type { Answer, ApiPath, BlocksContent, DocumentAnswer, Entry, Json, Query, Selection, TypeAt, TypeName } from '../src/index';

const figure = { fields: ['alt'], populate: { image: { fields: ['url', 'width'] } } } as const satisfies Selection<'shared.figure'>;

interface Image {
  id: number;
  documentId: string;
  url: string;
  width: number | null;
}

interface Figure {
  id: number;
  alt: string | null;
  image: Image | null;
}

/** What is answered to a query; types alone, nothing runs. */
declare function entryOf<Name extends TypeName, const Q extends Query<Name>>(name: Name, query: Q): Entry<Name, Q>;

declare function read<Path extends ApiPath, const Q extends Query<TypeAt<Path>>>(path: Path, query: Q): Answer<TypeAt<Path>, Q>;

describe('the fields of an answer', () => {
  test('are those asked for, with the ids', () => {
    const entry = entryOf('article', { fields: ['title', 'reviewedOn'] });
    expectTypeOf(entry).toEqualTypeOf<{
      id: number;
      documentId: string;
      title: string;
      reviewedOn: string | null;
    }>();
  });

  test('are all of them when none is named, and no link', () => {
    expectTypeOf<Entry<'cost-item'>>().toEqualTypeOf<{
      id: number;
      documentId: string;
      createdAt: string;
      updatedAt: string;
      publishedAt: string;
      locale: string;
      name: string;
      code: string;
      sourceLocale: string | null;
    }>();
  });

  test('have the type that REST gives them', () => {
    expectTypeOf<Entry<'cost-entry'>['amountFrom']>().toEqualTypeOf<number>();
    expectTypeOf<Entry<'cost-entry'>['amountTo']>().toEqualTypeOf<number | null>();
    expectTypeOf<Entry<'cost-entry'>['asOf']>().toEqualTypeOf<string>();
    expectTypeOf<Entry<'source'>['retracted']>().toEqualTypeOf<boolean | null>();
    expectTypeOf<Entry<'exchange-rate'>['rates']>().toEqualTypeOf<Json>();
    expectTypeOf<Entry<'page'>['body']>().toEqualTypeOf<BlocksContent>();
    expectTypeOf<Entry<'safety-notice'>['severity']>().toEqualTypeOf<'information' | 'caution' | 'danger'>();
  });

  test('leave out what is private, and the locale of a type without locales', () => {
    expectTypeOf<Entry<'review'>>().not.toHaveProperty('consentReference');
    expectTypeOf<Entry<'source'>>().not.toHaveProperty('locale');
  });
});

describe('what is populated', () => {
  test('one may be missing, many are a list', () => {
    const entry = entryOf('article', {
      fields: ['slug'],
      populate: { author: { fields: ['name'] }, treatments: { fields: ['name'], sort: 'name:asc' }, cover: figure },
    });
    expectTypeOf(entry).toEqualTypeOf<{
      id: number;
      documentId: string;
      slug: string;
      author: { id: number; documentId: string; name: string } | null;
      treatments: { id: number; documentId: string; name: string }[];
      cover: Figure | null;
    }>();
  });

  test('other versions of a document', () => {
    const entry = entryOf('article', { populate: { localizations: { fields: ['locale', 'slug'] } } });
    expectTypeOf(entry.localizations).toEqualTypeOf<
      { id: number; documentId: string; locale: string; slug: string }[]
    >();
  });

  test('blocks are told apart by their component, and only those asked for come', () => {
    const { body: [block] } = entryOf('article', {
      populate: {
        body: {
          on: {
            'block.text': { fields: ['body'] },
            'shared.figure': figure,
            'block.faq': { fields: ['title'], populate: { items: { fields: ['question'] } } },
          },
        },
      },
    });
    const one = expectTypeOf(block).exclude<undefined>();
    one.toHaveProperty('__component').toEqualTypeOf<'block.text' | 'shared.figure' | 'block.faq'>();
    one.extract<{ __component: 'block.text' }>().toEqualTypeOf<{
      __component: 'block.text';
      id: number;
      body: BlocksContent;
    }>();
    one.extract<{ __component: 'shared.figure' }>().toHaveProperty('image').toEqualTypeOf<Image | null>();
    one.extract<{ __component: 'block.faq' }>().toHaveProperty('items').toEqualTypeOf<{ id: number; question: string }[]>();
  });

  test('a zone without a choice holds every component, flat', () => {
    type Block = Entry<'article', { populate: { body: true } }>['body'][number];
    expectTypeOf<Extract<Block, { __component: 'evidence.claim' }>['grade']>().toEqualTypeOf<'high' | 'moderate' | 'low' | 'very_low'>();
    expectTypeOf<Extract<Block, { __component: 'evidence.claim' }>>().not.toHaveProperty('source');
  });
});

describe('the body of an answer', () => {
  const query = { fields: ['slug'] } as const satisfies Query<'article'>;
  type Slug = { id: number; documentId: string; slug: string };

  test('is a list with pages for a collection', () => {
    expectTypeOf<Answer<'article', typeof query>['data']>().toEqualTypeOf<Slug[]>();
    expectTypeOf<Answer<'article', typeof query>['meta']['pagination']>().toEqualTypeOf<{
      page: number;
      pageSize: number;
      pageCount: number;
      total: number;
    }>();
  });

  test('has offsets where the query has', () => {
    type Offsets = Answer<'article', { pagination: { start: number; limit: number } }>['meta']['pagination'];
    expectTypeOf<Offsets>().toEqualTypeOf<{ start: number; limit: number; total: number }>();
  });

  test('is one entry for a single type and for one document', () => {
    const site = read('site', { fields: ['brand'] });
    expectTypeOf(site.data).toEqualTypeOf<{ id: number; documentId: string; brand: string }>();
    expectTypeOf<DocumentAnswer<'article', typeof query>['data']>().toEqualTypeOf<Slug>();
  });

  test('follows from the address and the query of a generic client', () => {
    const slug: string = 'ahsct';
    const articles = read('articles', { ...query, locale: 'ru', filters: { slug: { $eq: slug } } });
    expectTypeOf(articles.data).toEqualTypeOf<Slug[]>();
  });
});
