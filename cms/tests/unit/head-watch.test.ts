import { setTimeout as delay } from 'node:timers/promises';

import { expect, it } from 'vitest';

import { HeadWatch } from '../../src/change-feed/head-watch.ts';

const nobody = new AbortController().signal;

it('lets all go at once who wait, and asks the database once for all of them and no more when nobody waits', async () => {
  let [head, questions] = [1, 0];
  const watch = new HeadWatch(async () => {
    questions += 1;
    return head;
  });
  const followers = 50;
  const all = Promise.all(Array.from({ length: followers }, () => watch.differsFrom(1, 5000, nobody)));
  await delay(200);
  // Several looks, and not one for each of those who wait.
  expect(questions).toBeLessThan(followers);
  head = 2;
  await all;
  await delay(100);
  const until = questions;
  await delay(100);
  expect(questions).toBe(until);
});

it('waits for nobody who has gone, be it before or since', async () => {
  const watch = new HeadWatch(async () => 1);
  await watch.differsFrom(1, 60_000, AbortSignal.abort());
  const since = new AbortController();
  setTimeout(() => since.abort(), 20);
  await watch.differsFrom(1, 60_000, since.signal);
});

it('gives up after a time, when the database does not answer, and when it is stopped', async () => {
  await new HeadWatch(async () => 1).differsFrom(1, 30, nobody);
  await new HeadWatch(() => Promise.reject(new Error('no database'))).differsFrom(1, 60_000, nobody);
  const watch = new HeadWatch(async () => 1);
  const waiting = watch.differsFrom(1, 60_000, nobody);
  watch.stop();
  await waiting;
  await watch.differsFrom(1, 60_000, nobody);
});
