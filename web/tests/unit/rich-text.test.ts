import type { BlocksContent } from '@polyclinic/shared-types';
import { describe, expect, test } from 'vitest';

import { Citations, withoutCitations } from '../../server/content/parts/citations';
import { headingIds } from '../../server/content/parts/heading-ids';
import { hrefIn } from '../../server/content/parts/links';
import { collectReferences } from '../../server/content/parts/references';
import { toItems, toNodes, toRuns, type PageText } from '../../server/content/parts/rich-text';
import { toSource } from '../../server/content/parts/sources';
import { plainText } from '../../shared/plain-text';
import { sourceEntry } from './entries';

const addresses: Record<string, string> = { 'article/odin': '/en/articles/one' };

function pageText(): PageText {
  return {
    citations: new Citations(['a', 'b', 'c'].map(citationKey => toSource({ ...sourceEntry, citationKey }))),
    headingId: headingIds(),
    resolveHref: typed => hrefIn(typed, 'en', (type, { slug }) => addresses[`${type}/${slug}`] ?? null),
    language: 'en',
    terms: null,
  };
}

const paragraph = (text: string): BlocksContent => [{ type: 'paragraph', children: [{ type: 'text', text }] }];
const words = (text: string) => ({ kind: 'text', text, marks: [] });

describe('citations', () => {
  test('are numbered in order of first use, whatever part of the page they stand in', () => {
    const page = pageText();
    toNodes(paragraph('One [@b].'), page);
    toItems([{ type: 'list', format: 'unordered', children: [{ type: 'list-item', children: [{ type: 'text', text: 'Two [@a; @b]' }] }] }], page);
    toRuns('Three [@a]', page);
    expect(page.citations.cited.map(({ key, number, uses }) => ({ key, number, uses: uses.map(({ id }) => id) }))).toEqual([
      { key: 'b', number: 1, uses: ['cite-b-1', 'cite-b-2'] },
      { key: 'a', number: 2, uses: ['cite-a-1', 'cite-a-2'] },
    ]);
    expect(page.citations.uncited.map(({ key }) => key)).toEqual(['c']);
  });

  test('are led back to with the heading under which they stand', () => {
    const page = pageText();
    toRuns('First [@a].', page);
    toNodes([{ type: 'heading', level: 2, children: [{ type: 'text', text: 'Risks' }] }, ...paragraph('Second [@a].')], page);
    page.citations.leave();
    toRuns('Third [@a].', page);
    const risks = { label: 'Risks', lang: 'en' };
    expect(page.citations.cited[0]?.uses.map(({ section }) => section)).toEqual([null, risks, null]);
  });

  test('stand close to their claim', () => {
    expect(toRuns('A claim [@a; @b]. More.', pageText())).toEqual([
      words('A claim'),
      { kind: 'citation', key: 'a', number: 1, id: 'cite-a-1' },
      { kind: 'citation', key: 'b', number: 2, id: 'cite-b-1' },
      words('. More.'),
    ]);
  });

  test('of a source that does not exist are not shown', () => {
    expect(toRuns('A claim [@nobody].', pageText())).toEqual([words('A claim'), words('.')]);
  });

  test('do not reach titles and descriptions', () => {
    expect(withoutCitations('A claim [@a; @b]. More.')).toBe('A claim. More.');
  });
});

describe('rich text', () => {
  test('gives headings ids of their words, in Latin letters and unique on the page', () => {
    const page = pageText();
    const headings: BlocksContent = ['Что это стоит?', 'Что это стоит?', '…'].map(text => ({ type: 'heading', level: 2, children: [{ type: 'text', text }] }));
    expect(toNodes(headings, page).map(node => 'id' in node && node.id)).toEqual(['chto-eto-stoit', 'chto-eto-stoit-2', 'section']);
  });

  test('keeps a heading from taking the anchor of a source', () => {
    expect(headingIds()('Source a')).toBe('h-source-a');
  });

  test('leaves out paragraphs that an editor left empty', () => {
    expect(toNodes([...paragraph(''), ...paragraph('  '), ...paragraph('Words')], pageText())).toHaveLength(1);
  });

  test('puts a nested list under the item that it follows', () => {
    const list: BlocksContent = [{
      type: 'list',
      format: 'ordered',
      children: [
        { type: 'list-item', children: [{ type: 'text', text: 'Outer' }] },
        { type: 'list', format: 'unordered', indentLevel: 1, children: [{ type: 'list-item', children: [{ type: 'text', text: 'Inner' }] }] },
      ],
    }];
    expect(toNodes(list, pageText())).toEqual([{
      kind: 'list',
      ordered: true,
      items: [{ children: [words('Outer')], nested: [{ kind: 'list', ordered: false, items: [{ children: [words('Inner')], nested: [] }] }] }],
    }]);
  });

  test('keeps marks and makes links', () => {
    const content: BlocksContent = [{
      type: 'paragraph',
      children: [
        { type: 'text', text: 'See ', bold: true, italic: true },
        { type: 'link', url: '/ru/articles/odin#costs', children: [{ type: 'text', text: 'this' }] },
        { type: 'link', url: 'https://example.org/', children: [{ type: 'text', text: 'that' }] },
        { type: 'link', url: '/articles/gone', children: [{ type: 'text', text: 'nothing' }] },
        { type: 'link', url: 'javascript:alert(1)', children: [{ type: 'text', text: 'harm' }] },
      ],
    }];
    expect(toNodes(content, pageText())).toEqual([{
      kind: 'paragraph',
      children: [
        { kind: 'text', text: 'See ', marks: ['bold', 'italic'] },
        { kind: 'link', href: '/en/articles/one#costs', external: false, children: [words('this')] },
        { kind: 'link', href: 'https://example.org/', external: true, children: [words('that')] },
        words('nothing'),
        words('harm'),
      ],
    }]);
  });

  test('reads as plain words', () => {
    expect(plainText(toRuns('A claim [@a].', pageText()))).toBe('A claim.');
  });
});

describe('what a page refers to', () => {
  test('is found in content of any shape', () => {
    const content = {
      claim: 'Works [@a]',
      items: [{ answer: [{ type: 'paragraph', children: [{ type: 'link', url: '/clinics/bay', children: [{ type: 'text', text: 'x [@b; @c]' }] }] }] }],
    };
    expect(collectReferences(content)).toEqual({ citationKeys: new Set(['a', 'b', 'c']), hrefs: new Set(['/clinics/bay']) });
  });
});

describe('links', () => {
  test.each([
    ['/costs?country=TR', '/en/costs?country=TR'],
    ['/ru/', '/en'],
    ['#sources', '#sources'],
    ['mailto:help@example.org', 'mailto:help@example.org'],
    ['//evil.example', null],
    ['data:text/html,x', null],
    ['articles/odin', null],
  ])('typed as %s lead to %s', (typed, href) => {
    expect(hrefIn(typed, 'en', () => null)).toBe(href);
  });
});
