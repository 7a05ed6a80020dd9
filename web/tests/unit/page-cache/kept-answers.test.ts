import { describe, expect, test, vi } from 'vitest';

import { KeptAnswers, type Answer } from '../../../server/cms/kept-answers';

function following(maxBytes = 1_000_000): KeptAnswers {
  const answers = new KeptAnswers(maxBytes);
  answers.begin();
  return answers;
}

const says = (text: string, ...keys: string[]) => vi.fn(async (): Promise<Answer> => ({ text, keys: new Set(keys) }));
const fails = () => vi.fn(async (): Promise<Answer> => {
  throw new Error('The CMS is down');
});
/** A load that waits until it is told what to say. */
function waits() {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  return { load: vi.fn(() => promise), say: (text: string, ...keys: string[]) => resolve({ text, keys: new Set(keys) }) };
}

test('an answer is asked for once, also by many at a time', async () => {
  const answers = following();
  const load = says('a', 'x');
  const all = await Promise.all(Array.from({ length: 20 }, () => answers.get('/a', load)));
  expect(new Set(all.map(({ text, isStale }) => `${text} ${isStale}`))).toEqual(new Set(['a false']));
  await answers.get('/a', load);
  expect(load).toHaveBeenCalledTimes(1);
});

test('nothing is kept before changes are followed, nor what was asked before', async () => {
  const answers = new KeptAnswers(1_000_000);
  const load = says('a', 'x');
  await answers.get('/a', load);
  const early = waits();
  const asked = answers.get('/b', early.load);
  answers.begin();
  early.say('b', 'x');
  expect((await asked).text).toBe('b');
  await answers.get('/a', load);
  await answers.get('/b', says('b2', 'x'));
  await answers.get('/b', early.load);
  expect(load).toHaveBeenCalledTimes(2);
  expect(early.load).toHaveBeenCalledTimes(1);
  expect((await answers.get('/b', fails())).text).toBe('b2');
});

describe('a change', () => {
  test('has what rests on it asked for anew, and nothing else', async () => {
    const answers = following();
    await answers.get('/a', says('a1', 'x', 'y'));
    await answers.get('/b', says('b1', 'z'));
    answers.changed(['y']);
    expect((await answers.get('/a', says('a2', 'x'))).text).toBe('a2');
    expect((await answers.get('/b', fails())).text).toBe('b1');
    answers.changed(['y']);
    expect((await answers.get('/a', fails()))).toMatchObject({ text: 'a2', isStale: false });
  });

  test('leaves the old answer for an outage, said to be old', async () => {
    const answers = following();
    await answers.get('/a', says('a1', 'x'));
    answers.changed(['x']);
    expect(await answers.get('/a', fails())).toMatchObject({ text: 'a1', isStale: true });
    expect(await answers.get('/a', says('a2', 'x'))).toMatchObject({ text: 'a2', isStale: false });
    await expect(answers.get('/b', fails())).rejects.toThrow('down');
  });

  test('while an answer is on its way keeps it from being kept, and from those who ask later', async () => {
    const answers = following();
    const early = waits();
    const first = answers.get('/a', early.load);
    answers.changed(['x']);
    const second = answers.get('/a', says('a2', 'x'));
    early.say('a1', 'x');
    expect([(await first).text, (await second).text]).toEqual(['a1', 'a2']);
    expect((await answers.get('/a', fails())).text).toBe('a2');
  });

  test('of something else leaves an answer on its way as good as any', async () => {
    const answers = following();
    const early = waits();
    const first = answers.get('/a', early.load);
    answers.changed(['z']);
    early.say('a1', 'x');
    await first;
    expect(await answers.get('/a', fails())).toMatchObject({ text: 'a1', isStale: false });
  });
});

test('a change that has passed leaves what is kept, and not what is on its way', async () => {
  const answers = following();
  await answers.get('/a', says('a1', 'x'));
  const early = waits();
  const first = answers.get('/b', early.load);
  answers.overtake(['x']);
  early.say('b1', 'x');
  await first;
  expect(await answers.get('/a', fails())).toMatchObject({ text: 'a1', isStale: false });
  expect((await answers.get('/b', says('b2', 'x'))).text).toBe('b2');
});

describe('what is gone', () => {
  test('is in no answer any more, not even in an outage', async () => {
    const answers = following();
    await answers.get('/a', says('a1', 'x'));
    answers.gone(['x']);
    await expect(answers.get('/a', fails())).rejects.toThrow('down');
  });

  test('is in none that was on its way', async () => {
    const answers = following();
    const early = waits();
    const first = answers.get('/a', early.load);
    answers.gone(['x']);
    early.say('a1', 'x');
    await first;
    await expect(answers.get('/a', fails())).rejects.toThrow('down');
  });
});

test('after a new start all may be old, also what is on its way', async () => {
  const answers = following();
  await answers.get('/a', says('a1', 'x'));
  const early = waits();
  const first = answers.get('/b', early.load);
  answers.startOver();
  early.say('b1', 'x');
  await first;
  expect((await answers.get('/a', says('a2', 'x'))).text).toBe('a2');
  await expect(answers.get('/b', fails())).rejects.toThrow('down');
});

describe('the digest of an answer', () => {
  test('is that of what is kept, while it holds', async () => {
    const answers = following();
    const { digest } = await answers.get('/a', says('a', 'x'));
    expect(await answers.digestNow('/a')).toBe(digest);
    expect(await answers.digestNow('/b')).toBeUndefined();
  });

  test('is asked for anew after a change, once', async () => {
    const answers = following();
    const load = says('a', 'x');
    const { digest } = await answers.get('/a', load);
    answers.changed(['x']);
    expect(await Promise.all([answers.digestNow('/a'), answers.digestNow('/a')])).toEqual([digest, digest]);
    expect(load).toHaveBeenCalledTimes(2);
    expect(await answers.get('/a', fails())).toMatchObject({ isStale: false });
    load.mockResolvedValue({ text: 'other', keys: new Set(['x']) });
    answers.changed(['x']);
    expect(await answers.digestNow('/a')).not.toBe(digest);
  });

  test('is none where the CMS cannot be asked', async () => {
    const answers = following();
    const load = says('a', 'x');
    await answers.get('/a', load);
    answers.changed(['x']);
    load.mockRejectedValue(new Error('down'));
    await expect(answers.digestNow('/a')).rejects.toThrow('down');
  });
});

test('no more is kept than there is room for, and nothing is left of the rest', async () => {
  const answers = following(10_000);
  for (let each = 0; each < 100; each += 1) await answers.get(`/${each}`, says('x'.repeat(1000), `k${each}`, 'all'));
  const again = says('new', 'all');
  await answers.get('/0', again);
  expect(again).toHaveBeenCalledTimes(1);
  expect((await answers.get('/99', fails())).text).toHaveLength(1000);
  await answers.get('/large', says('x'.repeat(20_000), 'all'));
  answers.changed(['all']);
  const after = says('fresh', 'all');
  await answers.get('/99', after);
  expect(after).toHaveBeenCalledTimes(1);
});
