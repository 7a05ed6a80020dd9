import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { loadSeed } from '../seed/load.ts';
import { takeCensus, type Census } from '../tests/helpers/census.ts';
import { startCms, type Cms, type CmsOptions } from '../tests/helpers/cms.ts';
import { documentsOf } from '../tests/helpers/content.ts';
import { faultsOf } from '../tests/helpers/faults.ts';
import { askFeed, said, type Position } from '../tests/helpers/follower.ts';
import { cmsRoot } from '../tests/helpers/paths.ts';
import { exportContent, importContent } from './transfer.ts';

const articleType = 'api::article.article';
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'polyclinic-transfer-'));
const archive = (name: string) => path.join(folder, `${name}.tar.gz`);
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** As `startCms`, on SQLite, in a run on PostgreSQL. */
async function startOnSqlite(options: CmsOptions = {}): Promise<Cms> {
  const given = process.env['TEST_POSTGRES'];
  delete process.env['TEST_POSTGRES'];
  try {
    return await startCms(options);
  } finally {
    process.env['TEST_POSTGRES'] = given;
  }
}

let cms: Cms;
/** What an editor worked on after the demo content was loaded. */
const ids = { moved: '', modified: '', unpublished: '' };
let oldSlug: string;
let census: Census;
/** What those who follow the new place are told of the import. */
let told: string[];

async function edit(): Promise<void> {
  const articles = documentsOf(cms.strapi, articleType);
  const published = { where: { locale: 'en', publishedAt: { $notNull: true } }, orderBy: { id: 'asc' } };
  const [moved, modified] = await cms.strapi.db.query(articleType).findMany(published);
  const clinic = await cms.strapi.db.query('api::clinic.clinic').findOne(published);
  Object.assign(ids, { moved: moved.documentId, modified: modified.documentId, unpublished: clinic.documentId });
  oldSlug = moved.slug;
  await articles.save(ids.moved, 'en', { slug: 'moved-away' }, 'published');
  await articles.save(ids.modified, 'en', { title: 'Changed since' });
  await cms.strapi.documents('api::clinic.clinic').unpublish({ documentId: ids.unpublished, locale: 'en' });
  await articles.create('ru', { title: 'Черновик', slug: 'chernovik' });
}

async function toldAfter(place: Position): Promise<string[]> {
  const end = await askFeed(cms);
  const changes: string[] = [];
  while (place.sequence < end.head.sequence) {
    const feed = await askFeed(cms, place);
    expect(feed.startOver).toBe(false);
    changes.push(...feed.changes.map(said));
    place = feed.head;
  }
  return changes;
}

/** What follows from all that a place holds: each published version, and each file. */
const everything = ({ entries }: Census) => Object.keys(entries)
  .map(name => /^(?:api::[^.]+\.|plugin::upload\.)(\S+) (\S+) (\S+) (\S+)$/.exec(name) ?? [])
  .filter(([, type, , , stage]) => type !== undefined && type !== 'folder' && stage === 'published')
  .map(([, type, id, locale]) => [type, id, locale === '-' ? undefined : locale, 'changed'].filter(Boolean).join(' '));

beforeAll(async () => {
  cms = await startOnSqlite();
  await edit();
  census = await takeCensus(cms.strapi);
  expect(await exportContent(cms.strapi, archive('from-sqlite'))).toMatchObject({ warnings: [] });
  await cms.stop();

  cms = await startCms({ template: 'empty' });
  const { head } = await askFeed(cms);
  expect(await importContent(cms.strapi, archive('from-sqlite'))).toMatchObject({ warnings: [] });
  await cms.restart();
  told = await toldAfter(head);
});
afterAll(() => cms.stop());

it('from SQLite to PostgreSQL nothing is lost, and nothing else is there', async () => {
  expect(Object.keys(census.entries).length).toBeGreaterThan(100);
  expect(Object.keys(census.files).length).toBeGreaterThan(10);
  expect(census.stored).toHaveProperty('seed_loader_ledger');
  expect(await takeCensus(cms.strapi)).toEqual(census);
  expect(await exportContent(cms.strapi, archive('from-postgres'))).toMatchObject({ warnings: [] });
});

describe('content that was moved', () => {
  it('is told to all who follow the new place, whole', () => {
    expect(everything(census).length).toBeGreaterThan(100);
    expect(everything(census).filter(line => !told.includes(line))).toEqual([]);
  });

  it('is read with the tokens of the new place, without its drafts', async () => {
    expect(await cms.read(`/api/articles/${ids.moved}`)).toMatchObject({ status: 200, body: { data: { slug: 'moved-away' } } });
    expect(await cms.read(`/api/clinics/${ids.unpublished}`)).toMatchObject({ status: 404 });
    expect(await cms.read(`/api/articles/${ids.modified}?status=draft`)).toMatchObject({ status: 400 });
    const redirects = await cms.read(`/api/redirects?filters[oldSlug]=${oldSlug}`);
    expect(redirects.body).toMatchObject({ data: [{ type: 'article', slugLocale: 'en', targetDocumentId: ids.moved }] });
  });

  it('is known to the loader: a second run changes nothing, a changed file what it made and nobody touched', async () => {
    const before = await takeCensus(cms.strapi);
    expect(await loadSeed(cms.strapi)).toMatchObject({ create: 0, update: 0, pictures: 0 });
    expect(await takeCensus(cms.strapi)).toEqual(before);

    const seed = path.join(folder, 'seed');
    for (const part of ['shared', 'en', 'ru']) fs.cpSync(path.join(cmsRoot, 'seed', part), path.join(seed, part), { recursive: true });
    const people = path.join(seed, 'en', 'people.yaml');
    fs.writeFileSync(people, fs.readFileSync(people, 'utf8').replace('role: Medical editor', 'role: Editor'));
    expect(await loadSeed(cms.strapi, { folder: seed })).toMatchObject({ create: 0, update: 1, kept: 0, pictures: 0 });
    expect(await takeCensus(cms.strapi)).toMatchObject({ files: before.files });
  });

  it('can be worked on: versions are published, slugs are unique, an old address leads on', async () => {
    const articles = documentsOf(cms.strapi, articleType);
    await articles.publish(ids.modified, 'en');
    expect(await articles.read(ids.modified, 'en', 'published')).toMatchObject({ title: 'Changed since' });
    expect(await faultsOf(() => articles.save(ids.modified, 'en', { slug: 'moved-away' }, 'published'))).toHaveProperty('slug');
    await articles.save(ids.moved, 'en', { slug: 'moved-again' }, 'published');
    const rows = await cms.strapi.db.query('api::redirect.redirect').findMany({ where: { targetDocumentId: ids.moved } });
    expect(rows.map(row => row.oldSlug).sort()).toEqual([oldSlug, 'moved-away'].sort());
  });
});

describe('an archive that does not fit', () => {
  let before: Census;
  beforeAll(() => fs.writeFileSync(path.join(cms.strapi.dirs.static.public, 'uploads', 'of-this-place.txt'), 'Kept.'));
  afterEach(async () => {
    expect(await takeCensus(cms.strapi)).toEqual(before);
  });

  async function refused(file: string): Promise<string> {
    before = await takeCensus(cms.strapi);
    return importContent(cms.strapi, file).then(() => '', String);
  }

  it.each([['at its start', 0.001], ['in its middle', 0.5], ['near its end', 0.99]])('changes nothing when it is cut off %s', async (_, part) => {
    const whole = fs.readFileSync(archive('from-sqlite'));
    fs.writeFileSync(archive('cut'), whole.subarray(0, whole.length * part));
    expect(await refused(archive('cut'))).toMatch(/not whole/);
  });

  /** Writes the archive anew with one of its files changed. */
  function changed(name: string, file: string, change: (text: string) => string): string {
    const unpacked = path.join(folder, name);
    fs.mkdirSync(unpacked);
    execFileSync('tar', ['-xzf', archive('from-sqlite'), '-C', unpacked]);
    fs.writeFileSync(path.join(unpacked, file), change(fs.readFileSync(path.join(unpacked, file), 'utf8')));
    execFileSync('tar', ['-czf', archive(name), '-C', unpacked, ...fs.readdirSync(unpacked)]);
    return archive(name);
  }

  it('changes nothing when it was written on another Strapi, and says so', async () => {
    const old = changed('old', 'metadata.json', text => text.replace(/"version":\s*"[^"]+"/, '"version":"5.1.0"'));
    expect(await refused(old)).toMatch(/written on Strapi 5\.1\.0/);
  });

  it('changes nothing when the content model was another, and says where', async () => {
    const other = changed('other-model', 'schemas/schemas_00001.jsonl', text => text.replaceAll('"moderationState"', '"moderation"'));
    expect(await refused(other)).toMatch(/another content model[^]*moderation/);
  });

  it('changes nothing when it fails at the very last, with documents and files replaced already', async () => {
    const broken = changed('broken', 'configuration/configuration_00001.jsonl', text => `${text}\n{`);
    expect(await refused(broken)).not.toBe('');
  });
});

it('from PostgreSQL back to SQLite nothing is lost either', async () => {
  await cms.stop();
  cms = await startOnSqlite({ template: 'empty' });
  const { head } = await askFeed(cms);
  expect(await importContent(cms.strapi, archive('from-postgres'))).toMatchObject({ warnings: [] });
  await cms.restart();
  const toldHere = await toldAfter(head);
  expect(everything(census).filter(line => !toldHere.includes(line))).toEqual([]);
  expect(await takeCensus(cms.strapi)).toEqual(census);
});
