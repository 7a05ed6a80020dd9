import { describe, expect, test } from 'vitest';

import { DuePages } from '../../../server/page-cache/due-pages';
import { KnownPages, type Known } from '../../../server/page-cache/known-pages';

const known = (address: string): Omit<Known, 'restsOn'> => ({ address, kept: 'files', isFile: true, until: Infinity, isStale: false, answers: null, isRead: false, isFailing: false });

describe('known pages', () => {
  const addresses = (pages: KnownPages, ...keys: string[]) => [...pages.restingOn(keys)].map(({ address }) => address).sort();

  test('are found by what they rest on, each once', () => {
    const pages = new KnownPages();
    pages.set(known('/a'), ['x', 'y']);
    pages.set(known('/b'), ['y', 'y', 'z']);
    expect(addresses(pages, 'y')).toEqual(['/a', '/b']);
    expect(addresses(pages, 'x', 'y', 'nothing')).toEqual(['/a', '/b']);
    expect(addresses(pages, 'nothing')).toEqual([]);
    expect(pages.size).toBe(2);
  });

  test('rest on what they were made of last', () => {
    const pages = new KnownPages();
    pages.set(known('/a'), ['x']);
    const now = pages.set(known('/a'), ['y']);
    expect(addresses(pages, 'x')).toEqual([]);
    expect(addresses(pages, 'y')).toEqual(['/a']);
    expect(pages.get('/a')).toBe(now);
    expect(pages.size).toBe(1);
  });

  test('are forgotten with what they rest on', () => {
    const pages = new KnownPages();
    pages.set(known('/a'), ['x', 'y']);
    pages.set(known('/b'), ['y']);
    pages.delete('/a');
    pages.delete('/a');
    expect(addresses(pages, 'x', 'y')).toEqual(['/b']);
    expect([...pages.all()].map(({ address }) => address)).toEqual(['/b']);
  });
});

describe('pages that are due', () => {
  function taken(due: DuePages): string[] {
    const addresses: string[] = [];
    for (let next = due.take(); next !== undefined; next = due.take()) addresses.push(`${next.urgency} ${next.address}`);
    return addresses;
  }

  test('come in the order of their urgency and then of their coming', () => {
    const due = new DuePages();
    due.add('/a', 'later');
    due.add('/b', 'soon');
    due.add('/c', 'first');
    due.add('/d', 'first');
    due.add('/e', 'soon');
    expect([due.size, due.isUrgent]).toEqual([5, true]);
    expect(taken(due)).toEqual(['first /c', 'first /d', 'soon /b', 'soon /e', 'later /a']);
    expect([due.size, due.isUrgent]).toEqual([0, false]);
  });

  test('become more urgent, never less', () => {
    const due = new DuePages();
    due.add('/a', 'first');
    due.add('/b', 'soon');
    due.add('/c', 'later');
    for (const address of ['/a', '/b', '/c']) due.add(address, 'later');
    due.add('/a', 'soon');
    due.add('/c', 'first');
    expect(taken(due)).toEqual(['first /a', 'first /c', 'soon /b']);
  });

  test.each(['first', 'soon', 'later'] as const)('keep their turn however often they are asked for: %s', (urgency) => {
    const due = new DuePages();
    due.add('/popular', urgency);
    due.add('/other', urgency);
    for (let time = 0; time < 5; time += 1) due.add('/popular', urgency);
    expect(taken(due)).toEqual([`${urgency} /popular`, `${urgency} /other`]);
  });

  test('need not wait for what has been done', () => {
    const due = new DuePages();
    for (const urgency of ['first', 'soon', 'later'] as const) due.add(`/${urgency}`, urgency);
    due.delete('/first');
    due.delete('/nothing');
    expect(taken(due)).toEqual(['soon /soon', 'later /later']);
  });
});
