import { expect } from 'vitest';

type Node = Record<string, unknown>;

/** The nodes of a page's structured data by their type; a page has them in one place. */
export function graphIn(html: string): Record<string, Node> {
  const [data, ...more] = [...html.matchAll(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/gs)].map(([, json = '']) => json);
  expect(more).toEqual([]);
  const { '@context': context, '@graph': graph }: { '@context': string; '@graph': Node[] } = JSON.parse(data ?? '');
  expect(context).toBe('https://schema.org');
  return Object.fromEntries(graph.map(node => [node['@type'], node]));
}
