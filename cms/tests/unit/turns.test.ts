import { beforeEach, describe, expect, test, vi } from 'vitest';

import { Turns } from '../../src/turns.ts';

let turns: Turns;
let begun: string[];
let ends: Record<string, () => void>;

beforeEach(() => {
  turns = new Turns();
  begun = [];
  ends = {};
});

/** Work that lasts until it is told to end. */
function work(name: string, how: 'atOnce' | 'inBetween'): Promise<string> {
  return turns[how](() => new Promise<string>((resolve) => {
    begun.push(name);
    ends[name] = () => resolve(name);
  }));
}

async function end(name: string, done: Promise<string>): Promise<void> {
  ends[name]?.();
  await done;
  await Promise.resolve();
}

describe('work that can wait', () => {
  test('begins at once where nothing else is done', async () => {
    const done = work('a', 'inBetween');
    expect(begun).toEqual(['a']);
    await end('a', done);
  });

  test('waits for all that is urgent, and then goes one after the other', async () => {
    const urgent = [work('u1', 'atOnce'), work('u2', 'atOnce')] as const;
    const late = [work('a', 'inBetween'), work('b', 'inBetween')] as const;
    await end('u1', urgent[0]);
    expect(begun).toEqual(['u1', 'u2']);
    await end('u2', urgent[1]);
    expect(begun).toEqual(['u1', 'u2', 'a']);
    await end('a', late[0]);
    expect(begun).toEqual(['u1', 'u2', 'a', 'b']);
    await end('b', late[1]);
  });

  test('keeps nothing urgent waiting', () => {
    void work('a', 'inBetween');
    void work('u', 'atOnce');
    expect(begun).toEqual(['a', 'u']);
  });

  test('gives its turn on when it fails, and so does what is urgent', async () => {
    const failing = () => Promise.reject(new Error('broken'));
    await expect(turns.inBetween(failing)).rejects.toThrow('broken');
    await expect(turns.atOnce(failing)).rejects.toThrow('broken');
    void work('a', 'inBetween');
    expect(begun).toEqual(['a']);
  });

  test('does not wait for ever', async () => {
    vi.useFakeTimers();
    void work('u', 'atOnce');
    void work('a', 'inBetween');
    await vi.advanceTimersByTimeAsync(400);
    expect(begun).toEqual(['u']);
    await vi.advanceTimersByTimeAsync(200);
    expect(begun).toEqual(['u', 'a']);
    vi.useRealTimers();
  });

  test('goes one after the other again when some of it has waited too long', async () => {
    vi.useFakeTimers();
    const urgent = work('u', 'atOnce');
    const late = [work('a', 'inBetween'), work('b', 'inBetween')] as const;
    await vi.advanceTimersByTimeAsync(600);
    vi.useRealTimers();
    void work('c', 'inBetween');
    await end('u', urgent);
    await end('a', late[0]);
    expect(begun).toEqual(['u', 'a', 'b']);
    await end('b', late[1]);
    expect(begun).toEqual(['u', 'a', 'b', 'c']);
  });
});
