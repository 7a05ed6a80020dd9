import { setTimeout as delay } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { installChangeLog } from '../../src/change-feed/install.ts';
import { send, startCms, type Cms } from '../helpers/cms.ts';
import { documentsOf } from '../helpers/content.ts';
import { askFeed, said, type Change, type Feed, type Position } from '../helpers/follower.ts';
import { startSeparateCms } from '../helpers/separate-cms.ts';

type Transaction = Awaited<ReturnType<ReturnType<Core.Strapi['db']['connection']['transactionProvider']>>>;

const onPostgres = process.env['TEST_POSTGRES'] !== undefined;

let cms: Cms;
let place: Position;

const ask = (position?: Position) => askFeed(cms, position);

/** What is told after `place`, which moves on. */
async function told(): Promise<string[]> {
  const feed = (await ask()).head.sequence === place.sequence ? { changes: [], head: place } : await ask(place);
  place = feed.head;
  return feed.changes.map(said);
}

const clinics = () => documentsOf(cms.strapi, 'api::clinic.clinic');

let count = 0;
const aClinic = () => {
  count += 1;
  return clinics().create('en', { name: `Bay ${count}`, slug: `bay-${count}`, summary: 'At the bay.', city: 'Izmir', country: 'TR' }, 'published');
};

beforeAll(async () => {
  cms = await startCms({ template: 'empty' });
});
afterAll(() => cms.stop());

beforeEach(async () => {
  place = (await ask()).head;
});

/** Follows the log in small steps while something is done, and then until `isEnough`. */
async function followDuring(work: () => Promise<unknown>, isEnough: (changes: Change[]) => boolean): Promise<Change[]> {
  const changes: Change[] = [];
  let isDone = false;
  const step = async () => {
    if ((await ask()).head.sequence === place.sequence) return delay(5);
    const feed: Feed = await ask(place);
    expect(feed.startOver).toBe(false);
    changes.push(...feed.changes);
    place = feed.head;
    return undefined;
  };
  const follower = (async () => {
    while (!isDone) await step();
    for (const until = Date.now() + 10_000; !isEnough(changes) && Date.now() < until;) await step();
  })();
  await work();
  isDone = true;
  await follower;
  return changes;
}

test('a follower misses nothing of eight who publish at once', async () => {
  const made: string[] = [];
  const writer = async () => {
    for (let turn = 0; turn < 4; turn += 1) made.push(await aClinic());
  };
  const missing = (changes: Change[]) => made.filter(id => !changes.some(({ documentId, action }) => documentId === id && action === 'changed'));
  const changes = await followDuring(() => Promise.all(Array.from({ length: 8 }, writer)), all => missing(all).length === 0);
  expect(made).toHaveLength(32);
  expect(missing(changes)).toEqual([]);
});

test('of eight who write many short transactions, every row of the log is seen in the order of the numbers', async () => {
  const { connection } = cms.strapi.db;
  const ids = await Promise.all(Array.from({ length: 8 }, aClinic));
  const since = (await ask()).head.sequence;
  const rowsAfter = async (sequence: number) => (await connection('change_log').where('sequence', '>', sequence).orderBy('sequence').select('sequence')).map(row => Number(row.sequence));
  const seen: number[] = [];
  let isDone = false;
  const follower = (async () => {
    while (!isDone) seen.push(...await rowsAfter(seen.at(-1) ?? since));
  })();
  await Promise.all(ids.map(async (document_id) => {
    for (let turn = 0; turn < 40; turn += 1) await connection('clinics').where({ document_id }).update({ city: `${turn}` });
  }));
  isDone = true;
  await follower;
  seen.push(...await rowsAfter(seen.at(-1) ?? since));
  expect(seen.length).toBeGreaterThanOrEqual(320);
  expect(seen).toEqual(await rowsAfter(since));
});

describe.runIf(onPostgres)('where transactions overlap', () => {
  let open: Transaction[];
  const begin = async (): Promise<Transaction> => {
    const transaction = await cms.strapi.db.connection.transactionProvider()();
    open.push(transaction);
    return transaction;
  };
  beforeEach(() => {
    open = [];
  });
  afterEach(async () => {
    for (const transaction of open) if (!transaction.isCompleted()) await transaction.rollback();
  });

  test('one that began first and ended last is told of last', async () => {
    const [slow, fast] = [await aClinic(), await aClinic()];
    await told();
    const [one, other] = [await begin(), await begin()];
    await one('clinics').where({ document_id: slow }).update({ city: 'Ankara' });
    await other('clinics').where({ document_id: fast }).update({ city: 'Ankara' });
    await other.commit();
    expect(await told()).toEqual([`clinic ${fast} en changed`]);
    await one.commit();
    expect(await told()).toEqual([`clinic ${slow} en changed`]);
  });

  test('what one publishes while another takes it away is told as it is in the end', async () => {
    const id = await aClinic();
    await told();
    const { id: _, ...version } = await cms.strapi.db.connection('clinics').where({ document_id: id }).whereNotNull('published_at').first();
    const [taking, giving, holder] = [await begin(), await begin(), await begin()];
    await taking('clinics').where({ document_id: id }).whereNotNull('published_at').delete();
    await giving('clinics').insert(version);
    await holder.raw('SELECT pg_advisory_xact_lock(hashtext(\'change_log\'))');
    const waiting = async (number: number) => expect.poll(async () => {
      const { rows } = await holder.raw('SELECT count(*)::integer AS count FROM pg_locks WHERE locktype = \'advisory\' AND NOT granted');
      return rows[0].count;
    }).toBe(number);
    const given = giving.commit();
    await waiting(1);
    const taken = taking.commit();
    await waiting(2);
    await holder.commit();
    await Promise.all([given, taken]);
    expect(await told()).toEqual([`clinic ${id} en changed`]);
    const { rows } = await cms.strapi.db.connection.raw('SELECT action FROM change_log ORDER BY sequence DESC LIMIT 1');
    expect(rows).toEqual([{ action: 'changed' }]);
  });

  test('a restored log whose rows bear the numbers of transactions to come hides none of them', async () => {
    const id = await aClinic();
    await cms.strapi.db.connection.raw(`INSERT INTO change_log (type, document_id, locale, slug, action, transaction)
      SELECT type, document_id, locale, slug, action, (pg_current_xact_id()::text::bigint + number)::text::xid8
      FROM change_log, generate_series(1, 50) AS number WHERE document_id = ? AND action = 'changed'`, [id]);
    await told();
    await cms.strapi.db.connection('clinics').where({ document_id: id }).update({ city: 'Ankara' });
    expect(await told()).toEqual([`clinic ${id} en changed`]);
  });

  test('an instance that starts with other triggers gives way to those who write, and then says that anything may have changed', async () => {
    const { connection } = cms.strapi.db;
    const id = await aClinic();
    await told();
    await connection('change_log_setup').update({ digest: 'of another release' });
    const writing = await begin();
    await writing('clinics').where({ document_id: id }).update({ city: 'Ankara' });
    const installed = installChangeLog(cms.strapi);
    await delay(300);
    for (const table of ['treatments', 'people', 'articles']) await writing(table).update({ locale: 'en' }).where({ locale: 'en' });
    await writing.commit();
    await installed;
    const lines = await told();
    expect(lines).toContain(`clinic ${id} en changed`);
    expect(lines).toContain('* changed');
    const [{ digest }] = await connection('change_log_setup').select('digest');
    expect(digest).not.toBe('of another release');
  });

  test('two instances tell the same, whichever of them something was published with', async () => {
    const second = await startSeparateCms(cms.settings);
    const there = { read: (path: string) => send(second.url + path, {}, { authorization: `Bearer ${cms.settings['CMS_READ_TOKEN']}` }) };
    try {
      // A second one that starts finds everything in its place.
      expect((await ask()).head).toEqual(place);
      const waiting = askFeed(there, place);
      await delay(100);
      const id = await aClinic();
      expect((await waiting).changes.map(said)).toContain(`clinic ${id} en changed`);
      expect(await askFeed(there)).toEqual(await ask());
    } finally {
      await second.stop();
    }
  });
});

test('a follower who is ahead of a restored database starts over, also when that went on past its place', async () => {
  const { connection, dialect: { client } } = cms.strapi.db;
  await aClinic();
  const backup = await connection('change_log').orderBy('sequence').select();
  const behind = (await ask()).head;
  await aClinic();
  const ahead = (await ask()).head;

  await connection('change_log').delete();
  for (const row of backup) await connection('change_log').insert(row);
  await (client === 'postgres'
    ? connection.raw('SELECT setval(\'change_log_sequence_seq\', (SELECT max(sequence) FROM change_log))')
    : connection('sqlite_sequence').where({ name: 'change_log' }).update({ seq: behind.sequence }));
  expect(await ask(ahead)).toMatchObject({ startOver: true, head: behind });

  const id = await aClinic();
  await aClinic();
  expect((await ask()).head.sequence).toBeGreaterThanOrEqual(ahead.sequence);
  expect(await ask(ahead)).toMatchObject({ startOver: true });
  // Who was no further than the copy goes on.
  expect((await ask(behind)).changes.map(said)).toContain(`clinic ${id} en changed`);
});
