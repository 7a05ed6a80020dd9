import { setTimeout as delay } from 'node:timers/promises';

import { describe, expect, test } from 'vitest';

import { signIn } from '../helpers/admin.ts';
import { documentsOf } from '../helpers/content.ts';
import { useFollowedCms } from '../helpers/followed-cms.ts';

const followed = useFollowedCms();
const { ask, changes } = followed;

let count = 0;
/** A clinic that readers can see. */
const publishClinic = () => {
  count += 1;
  return documentsOf(followed.cms.strapi, 'api::clinic.clinic').create('en', { name: `Bay ${count}`, slug: `bay-${count}`, summary: 'At the bay.', city: 'Izmir', country: 'TR' }, 'published');
};

describe('a follower who waits', () => {
  test('is answered as soon as something is published', async () => {
    const waiting = ask(followed.place).then(feed => ({ feed, at: Date.now() }));
    await delay(300);
    const id = await publishClinic();
    const publishedAt = Date.now();
    const { feed, at } = await waiting;
    expect(feed.changes).toContainEqual(expect.objectContaining({ type: 'clinic', documentId: id }));
    expect(at - publishedAt).toBeLessThan(5000);
  });

  test('is let go when the CMS ends', async () => {
    const waiting = followed.cms.read(`/api/change-feed?after=${followed.place.sequence}&id=${followed.place.id}`).then(() => 'answered', () => 'cut off');
    await delay(200);
    const since = Date.now();
    await followed.cms.restart();
    expect(await waiting).toMatch(/answered|cut off/);
    expect(Date.now() - since).toBeLessThan(20_000);
  });
});

describe('a follower starts over', () => {
  test('where its position is of another log, or of one that went another way', async () => {
    expect(await ask({ ...followed.place, id: 'another' })).toMatchObject({ startOver: true, changes: [], head: followed.place });
    expect(await ask({ sequence: followed.place.sequence + 1000, id: followed.place.id })).toMatchObject({ startOver: true, head: followed.place });
  });

  test('where its position was pruned, but not where it has seen all', async () => {
    const old = followed.place;
    await publishClinic();
    const { head } = await ask();
    await followed.cms.strapi.db.connection('change_log').update({ at: Date.now() - 8 * 24 * 60 * 60 * 1000 });
    const { 'change-log': prune } = Object.fromEntries(followed.cms.strapi.cron.jobs.map(({ name, job }) => [name, job]));
    await prune?.invoke(new Date());
    await delay(500);
    expect(await ask(old)).toMatchObject({ startOver: true, head });
    const waiting = ask(head);
    const id = await publishClinic();
    expect((await waiting).changes).toContainEqual(expect.objectContaining({ documentId: id }));
  });
});

test('a restart changes nothing, and a log whose watch was broken says that anything may have changed', async () => {
  await followed.cms.restart();
  expect(await changes()).toEqual([]);
  await followed.cms.strapi.db.connection.raw(followed.cms.strapi.db.dialect.client === 'postgres' ? 'DROP TRIGGER chlog_clinics ON clinics' : 'DROP TRIGGER chlog_clinics_update');
  await followed.cms.restart();
  expect(await changes()).toEqual(['* changed']);
});

test('a log that somebody emptied begins anew', async () => {
  await followed.cms.strapi.db.connection('change_log').delete();
  await followed.cms.restart();
  expect(await ask(followed.place)).toMatchObject({ startOver: true });
});

test('tables are changed after an update, and the watch goes on', async () => {
  const { connection } = followed.cms.strapi.db;
  // As a release leaves it whose clinics had one field more: SQLite makes the table anew to remove it.
  await connection.schema.alterTable('clinics', table => table.string('motto'));
  const [stored]: { id: number; schema: string | object }[] = await connection('strapi_database_schema').select('id', 'schema');
  const schema = typeof stored?.schema === 'string' ? JSON.parse(stored.schema) : stored?.schema;
  const columns = schema.tables.find(({ name }: { name: string }) => name === 'clinics').columns;
  columns.push({ ...columns.find(({ name }: { name: string }) => name === 'city'), name: 'motto' });
  await connection('strapi_database_schema').update({ schema: JSON.stringify(schema), hash: 'another' });
  await followed.cms.restart();
  expect(await followed.cms.strapi.db.connection.schema.hasColumn('clinics', 'motto')).toBe(false);
  await changes();
  const id = await publishClinic();
  expect(await changes()).toEqual([`clinic ${id} en changed`]);
});

test('what is there is never called gone, be its last word a thousand changes later', async () => {
  const [type, document_id, locale] = ['clinic', 'replaced', 'en'];
  const log = () => followed.cms.strapi.db.connection('change_log');
  await log().insert({ type, document_id, locale, slug: 'old', action: 'gone' });
  for (let batch = 0; batch < 11; batch += 1) await log().insert(Array.from({ length: 100 }, (_, row) => ({ type, document_id: `other-${batch}-${row}`, locale, action: 'changed' })));
  await log().insert({ type, document_id, locale, slug: 'new', action: 'changed' });
  const { changes: first } = await ask(followed.place);
  expect(first).toHaveLength(1000);
  expect(first[0]).toMatchObject({ documentId: 'replaced', slug: 'old', action: 'changed' });
});

describe('nobody else', () => {
  test('reads the feed', async () => {
    expect((await followed.cms.fetch('/api/change-feed')).status).toBe(401);
    expect((await followed.cms.import('/api/change-feed')).status).toBe(403);
    expect((await followed.cms.preview('/api/change-feed')).status).toBe(403);
    const admin = await signIn(followed.cms);
    expect((await admin('/api/change-feed')).status).toBe(401);
  });

  test.each(['?after=-1&id=a', '?after=x&id=a', '?after=1', '?id=a', `?after=1&id=${'a'.repeat(65)}`, '?after[]=1&id=a'])('is answered for %s', async (parameters) => {
    const { status, body } = await followed.cms.read(`/api/change-feed${parameters}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { message: expect.stringContaining('Give "after"') } });
  });
});
