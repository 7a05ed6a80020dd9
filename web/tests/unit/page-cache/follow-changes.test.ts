import { beforeEach, expect, test } from 'vitest';

import { followChanges, type Change, type Feed, type Position } from '../../../server/cms/change-feed';

const place = (sequence: number): Position => ({ sequence, id: `id-${sequence}` });
const change = (documentId: string): Change => ({ type: 'article', documentId, locale: 'en', slug: null, action: 'changed', by: null, leadsTo: null });
const feed = (sequence: number, given: Partial<Feed> = {}): Feed => ({ changes: [], head: place(sequence), startOver: false, ...given });

let told: string[];
let asked: (Position | null)[];
let end: AbortController;

beforeEach(() => {
  told = [];
  asked = [];
  end = new AbortController();
});

/** Follows a feed that gives these answers, and then waits until it is told to stop. */
async function follow(answers: (Feed | Error)[], from: Position | null = place(1)): Promise<void> {
  const following = followChanges(async (after, signal) => {
    asked.push(after);
    const answer = answers.shift();
    if (answer === undefined) {
      setTimeout(() => end.abort());
      await new Promise((_, stop) => signal.addEventListener('abort', () => stop(new Error('aborted'))));
    }
    if (answer === undefined || answer instanceof Error) throw answer;
    return answer;
  }, from, {
    changed: changes => told.push(`changed ${changes.map(({ documentId }) => documentId).join()}`),
    startOver: () => told.push('start over'),
    reached: ({ sequence }) => told.push(`reached ${sequence}`),
    lost: () => told.push('lost'),
  }, end.signal);
  await following;
}

test('changes are told in order, and then how far it has come', async () => {
  await follow([feed(2, { changes: [change('a'), change('b')] }), feed(2), feed(5, { changes: [change('c')] })]);
  expect(told).toEqual(['changed a,b', 'reached 2', 'reached 2', 'changed c', 'reached 5']);
  expect(asked).toEqual([place(1), place(2), place(2), place(5)]);
});

test('without a place, or with one that the CMS does not know, all may be old', async () => {
  await follow([feed(7), feed(8), feed(3, { startOver: true, changes: [change('a')] })], null);
  expect(told).toEqual(['start over', 'reached 7', 'reached 8', 'start over', 'changed a', 'reached 3']);
  expect(asked).toEqual([null, place(7), place(8), place(3)]);
});

test('an outage is told of once, and what came in it is not missed', async () => {
  await follow([feed(2), new Error('down'), new Error('down'), feed(3, { changes: [change('a')] }), new Error('down'), feed(4)]);
  expect(told).toEqual(['reached 2', 'lost', 'changed a', 'reached 3', 'lost', 'reached 4']);
  expect(asked).toEqual([1, 2, 2, 2, 3, 3, 4].map(place));
});

test('where the first answer fails, all may still be old', async () => {
  await follow([new Error('down'), feed(7)], null);
  expect(told).toEqual(['lost', 'start over', 'reached 7']);
});

test('nothing is told after the end', async () => {
  end.abort();
  await follow([feed(2)]);
  expect([told, asked]).toEqual([[], []]);
});
