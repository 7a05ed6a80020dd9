import { describe, expect, it } from 'vitest';

import { ownName, varyArticle, varyNodes, varyText } from '../../bench/corpus/vary.mjs';
import { processorSeconds } from '../../bench/speed/processor-time.mjs';
import { table } from '../../bench/speed/report.mjs';
import { atHalf, ratio, summary } from '../../bench/speed/rounds.mjs';
import { median, percentile } from '../../bench/speed/statistics.mjs';

describe('copies of an article', () => {
  const text = 'It holds [@jacie-2025]. Ask “which cells?” first. «Один» раз. Costs 3.5 m. in all.';

  it('have their sentences in other orders, with the same letters and citations', () => {
    const variants = [1, 2, 3, 4, 5, 6, 7, 8].map(number => varyText(text, number));
    expect(new Set(variants).size).toBeGreaterThan(1);
    for (const variant of variants) expect([...variant].sort()).toEqual([...text].sort());
    expect(varyText(text, 3)).toBe(varyText(text, 3));
  });

  it('keep what is no text', () => {
    const nodes = [{ type: 'heading', level: 2, children: [{ type: 'text', text: 'Costs' }] }, { type: 'paragraph', children: [{ type: 'text', text, bold: true }] }];
    const [heading, paragraph] = varyNodes(nodes, 2);
    expect(heading).toEqual(nodes[0]);
    expect(paragraph).toEqual({ type: 'paragraph', children: [{ type: 'text', text: varyText(text, 2), bold: true }] });
  });

  it('have names of their own, the same each time', () => {
    expect(ownName('abc', 1, 24)).toMatch(/^[a-z][a-z0-9]{23}$/);
    expect(ownName('abc', 1, 24)).toBe(ownName('abc', 1, 24));
    expect(new Set([1, 2, 3].map(number => ownName('abc', number, 8))).size).toBe(3);
  });

  it('are older by the same time in all their dates, and have none that the article lacks', () => {
    const row = { document_id: 'a', slug: 'knee', title: 'Knee', summary: 'One.', reviewed_on: '2026-10-14', review_due_on: '2027-10-14', changed_on: null, created_at: 1795855147907, updated_at: 1795855147907, published_at: null };
    const copy = varyArticle(row, 7);
    expect(copy).toMatchObject({ slug: 'knee-7', changed_on: null, published_at: null });
    expect(Date.parse(copy.review_due_on) - Date.parse(copy.reviewed_on)).toBe(Date.parse('2027-10-14') - Date.parse('2026-10-14'));
  });
});

describe('figures', () => {
  it('are medians and shares', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(percentile([1, 2, 3, 4], 0.5)).toBe(2);
    expect(percentile([1, 2, 3, 4], 0.99)).toBe(4);
  });

  const round = (rate, perProcessorSecond) => ({ rate, perProcessorSecond, p50: 1, p90: 2, p99: 3 });

  it('are compared round by round, so that a slow round of the machine counts for neither side', () => {
    const results = new Map([['own', [round(50, 100), round(5, 100), round(60, 100)]], ['theirs', [round(100, 400), round(10, 400), round(100, 400)]]]);
    expect(ratio(results, 'own', 'theirs')).toEqual({ rate: 0.5, perProcessorSecond: 0.25 });
    expect(summary(results.get('own'))).toMatchObject({ rate: 50, lowest: 5, highest: 60 });
  });

  it('of half the load come from as many readers as ask that often', () => {
    expect(atHalf({ name: 'a', url: 'u', pid: 1 }, [{ rate: 20_000 }])).toMatchObject({ connections: 50, paceMs: 5 });
    expect(atHalf({ name: 'a', url: 'u', pid: 1 }, [{ rate: 2 }])).toMatchObject({ connections: 1 });
  });

  it('stand in a table', () => {
    expect(table([['a', 'b'], ['long', '1']])).toBe('| a    |  b |\n| ---- | -: |\n| long |  1 |');
  });

  it.runIf(process.platform === 'linux')('count the time of processor that a process had', () => {
    const before = processorSeconds(process.pid);
    for (const until = Date.now() + 200; Date.now() < until;);
    expect(processorSeconds(process.pid)).toBeGreaterThan(before);
  });
});
