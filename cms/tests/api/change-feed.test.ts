import { setTimeout as delay } from 'node:timers/promises';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { startCms, type Cms } from '../helpers/cms.ts';
import { documentsOf, paragraphs } from '../helpers/content.ts';

interface Position { sequence: number; id: string }
interface Change extends Position { at: number; type: string; documentId: string | null; locale: string | null; slug: string | null; action: string }
interface Feed { changes: Change[]; head: Position; startOver: boolean }

let cms: Cms;
let place: Position;

const ask = async (position?: Position): Promise<Feed> => {
  const { status, body } = await cms.read(`/api/change-feed${position ? `?after=${position.sequence}&id=${position.id}` : ''}`);
  expect(status).toBe(200);
  return body as Feed;
};

/** What the feed says since the last question, each thing once: `article id ru changed`. */
async function changes(): Promise<string[]> {
  const told: string[] = [];
  const end = await ask();
  while (place.sequence < end.head.sequence) {
    const feed = await ask(place);
    expect(feed.startOver).toBe(false);
    told.push(...feed.changes.map(({ type, documentId, locale, action }) => [type, documentId, locale, action].filter(Boolean).join(' ')));
    place = feed.head;
  }
  // Of what was replaced, the last word counts.
  return [...new Map(told.map(line => [line.replace(/ (changed|gone)$/, ''), line])).values()].sort();
}

const articles = () => documentsOf(cms.strapi, 'api::article.article');
const clinics = () => documentsOf(cms.strapi, 'api::clinic.clinic');
const people = () => documentsOf(cms.strapi, 'api::person.person');
const treatments = () => documentsOf(cms.strapi, 'api::treatment.treatment');
const sources = () => documentsOf(cms.strapi, 'api::source.source');

let count = 0;
const words = (title: string, text = 'Words.') => {
  count += 1;
  return { title: `${title} ${count}`, slug: `slug-${count}`, summary: text, body: [{ __component: 'block.text', body: paragraphs(text) }] };
};
const clinicWords = (name: string) => {
  count += 1;
  return { name: `${name} ${count}`, slug: `clinic-${count}`, summary: 'At the bay.', city: 'Izmir', country: 'TR' };
};

beforeAll(async () => {
  cms = await startCms({ template: 'empty' });
});

afterAll(async () => cms.stop());

beforeEach(async () => {
  place = (await ask()).head;
});

describe('a follower is told', () => {
  test('of a version that is published, again published, unpublished and deleted, and of no draft', async () => {
    const author = await people().create('en', { name: 'Ada Demir', slug: `ada-${(count += 1)}`, role: 'Editor' }, 'published');
    expect(await changes()).toEqual([`person ${author} en changed`]);
    const id = await articles().create('en', { ...words('One'), author });
    await articles().save(id, 'en', { title: 'Another' });
    expect(await changes()).toEqual([]);
    await articles().publish(id, 'en');
    expect(await changes()).toContain(`article ${id} en changed`);
    await articles().publish(id, 'en');
    expect(await changes()).toContain(`article ${id} en changed`);
    await cms.strapi.documents('api::article.article').unpublish({ documentId: id, locale: 'en' });
    expect(await changes()).toContain(`article ${id} en gone`);
    await articles().publish(id, 'en');
    await changes();
    await cms.strapi.documents('api::article.article').delete({ documentId: id, locale: '*' });
    expect(await changes()).toContain(`article ${id} en gone`);
  });

  test('of every locale that one action publishes or takes away', async () => {
    const author = await people().create('en', { name: 'Ada Demir', slug: `ada-${(count += 1)}`, role: 'Editor' }, 'published');
    await people().save(author, 'ru', { name: 'Ада Демир', slug: `ada-ru-${count}`, role: 'Редактор' }, 'published');
    const id = await articles().create('en', { ...words('Two'), author });
    await articles().save(id, 'ru', words('Два', 'Слова.'));
    await changes();
    await articles().publish(id, ['en', 'ru']);
    expect(await changes()).toEqual(expect.arrayContaining([`article ${id} en changed`, `article ${id} ru changed`]));
    await cms.strapi.documents('api::article.article').unpublish({ documentId: id, locale: '*' });
    expect(await changes()).toEqual(expect.arrayContaining([`article ${id} en gone`, `article ${id} ru gone`]));
  });

  test('of the slug that a version had, and of the one that it has', async () => {
    const id = await clinics().create('en', clinicWords('Bay'), 'published');
    const { slug: old } = await clinics().read(id, 'en', 'published');
    const { head } = await ask();
    await clinics().save(id, 'en', { slug: 'another-bay' }, 'published');
    const slugs = (await ask(head)).changes.filter(({ type }) => type === 'clinic').map(({ slug }) => slug);
    expect(slugs).toEqual([old, 'another-bay']);
  });

  test('of what has no drafts: made, changed, deleted', async () => {
    const id = await sources().create(undefined, { citationKey: 'one-2020', title: 'One', type: 'web_page', url: 'https://example.org/' });
    expect(await changes()).toEqual([expect.stringMatching(new RegExp(`^source ${id} .*changed$`))]);
    await sources().save(id, undefined, { title: 'Another' });
    expect(await changes()).toEqual([expect.stringMatching(new RegExp(`^source ${id} .*changed$`))]);
    await cms.strapi.documents('api::source.source').delete({ documentId: id });
    expect(await changes()).toEqual([expect.stringMatching(new RegExp(`^source ${id} .*gone$`))]);
  });

  test('of a fact that one locale’s publication brings to the other', async () => {
    const id = await clinics().create('en', clinicWords('Bay'), 'published');
    await clinics().save(id, 'ru', clinicWords('Бухта'), 'published');
    await changes();
    await clinics().save(id, 'en', { founded: 1999 });
    expect(await changes()).toEqual([]);
    await clinics().publish(id, 'en');
    expect(await changes()).toEqual(expect.arrayContaining([`clinic ${id} en changed`, `clinic ${id} ru changed`]));
  });

  test('of both ends of a link, from whichever side it is made', async () => {
    const clinic = await clinics().create('en', clinicWords('Bay'), 'published');
    const doctor = await people().create('en', { name: 'Ada Demir', slug: `ada-${(count += 1)}`, role: 'Doctor' }, 'published');
    await changes();
    await clinics().save(clinic, 'en', { doctors: [doctor] }, 'published');
    expect(await changes()).toEqual(expect.arrayContaining([`clinic ${clinic} en changed`, `person ${doctor} en changed`]));
  });

  test('of what a version leads to, when it is published, changes in its place, or goes', async () => {
    const treatment = await treatments().create('en', { name: 'Care', slug: `care-${(count += 1)}`, specialty: 'Neurology', summary: 'What it is.' }, 'published');
    const id = await clinics().create('en', { ...clinicWords('Bay'), treatments: [treatment] });
    await changes();
    await clinics().publish(id, 'en');
    expect(await changes()).toEqual([`clinic ${id} en changed`, `treatment ${treatment} en linked`]);
    await cms.strapi.db.connection('clinics').where({ document_id: id }).update({ city: 'Ankara' });
    expect(await changes()).toEqual([`clinic ${id} en changed`, `treatment ${treatment} en linked`]);
    await cms.strapi.documents('api::clinic.clinic').unpublish({ documentId: id, locale: 'en' });
    expect(await changes()).toEqual(expect.arrayContaining([`clinic ${id} en gone`, `treatment ${treatment} en linked`]));
  });

  test('of a block that changed by itself, in an article and in another block', async () => {
    const treatment = await treatments().create('en', { name: 'Care', slug: `care-${(count += 1)}`, specialty: 'Neurology', summary: 'What it is.' }, 'published');
    const id = await articles().create('en', {
      ...words('Three'), treatments: [treatment],
      body: [{ __component: 'block.faq', title: 'Questions', items: [{ question: 'Why?', answer: paragraphs('Because.') }] }, { __component: 'block.cost-table', title: 'Costs', treatment }],
    }, 'published');
    await changes();
    await cms.strapi.db.query('shared.faq-item').updateMany({ where: { question: 'Why?' }, data: { question: 'How?' } });
    expect(await changes()).toEqual([`article ${id} en changed`]);
    const tables: { id: number }[] = await cms.strapi.db.query('block.cost-table').findMany({});
    for (const table of tables) await cms.strapi.db.query('block.cost-table').update({ where: { id: table.id }, data: { treatment: null } });
    expect(await changes()).toContain(`article ${id} en changed`);
  });

  test('of a picture that is replaced, and of the settings of the site', async () => {
    const file: { id: number; documentId: string } = await cms.strapi.db.query('plugin::upload.file').create({ data: { documentId: 'picture', name: 'a.png', hash: 'a', mime: 'image/png', size: 1, url: '/uploads/a.png', provider: 'local' } });
    await changes();
    await cms.strapi.db.query('plugin::upload.file').update({ where: { id: file.id }, data: { hash: 'b', url: '/uploads/b.png' } });
    expect(await changes()).toEqual([`file ${file.documentId} changed`]);
    const site = await documentsOf(cms.strapi, 'api::site.site').create('en', { brand: 'P', disclaimer: 'D', timeZone: 'Europe/Istanbul', tagline: 'T', referenceCurrency: 'EUR' }, 'published');
    expect(await changes()).toContain(`site ${site} en changed`);
  });

  test('of all that goes when a locale is removed', async () => {
    const locales = cms.strapi.plugin('i18n').service('locales');
    const german: { id: number } = await locales.create({ code: 'de', name: 'German (de)' });
    const id = await clinics().create('en', clinicWords('Bay'), 'published');
    await clinics().save(id, 'de', clinicWords('Bucht'), 'published');
    await changes();
    await locales.delete({ id: german.id });
    expect(await changes()).toEqual(expect.arrayContaining([`clinic ${id} de gone`, expect.stringMatching(/^locale .*gone$/)]));
  });

  test('of what a script writes past everything else', async () => {
    const id = await clinics().create('en', clinicWords('Bay'), 'published');
    await changes();
    await cms.strapi.db.connection('clinics').where({ document_id: id }).update({ city: 'Ankara' });
    expect(await changes()).toEqual([`clinic ${id} en changed`]);
  });

  test('of nothing that was rolled back', async () => {
    await expect(cms.strapi.db.transaction(async () => {
      await clinics().create('en', clinicWords('Bay'), 'published');
      throw new Error('changed my mind');
    })).rejects.toThrow('changed my mind');
    expect(await changes()).toEqual([]);
  });
});

describe('a follower who waits', () => {
  test('is answered as soon as something is published', async () => {
    const waiting = ask(place).then(feed => ({ feed, at: Date.now() }));
    await delay(300);
    const id = await clinics().create('en', clinicWords('Bay'), 'published');
    const publishedAt = Date.now();
    const { feed, at } = await waiting;
    expect(feed.changes).toContainEqual(expect.objectContaining({ type: 'clinic', documentId: id }));
    expect(at - publishedAt).toBeLessThan(5000);
  });

  test('is let go when the CMS ends', async () => {
    const waiting = cms.read(`/api/change-feed?after=${place.sequence}&id=${place.id}`).then(() => 'answered', () => 'cut off');
    await delay(200);
    const since = Date.now();
    await cms.restart();
    expect(await waiting).toMatch(/answered|cut off/);
    expect(Date.now() - since).toBeLessThan(20_000);
  });
});

describe('a follower starts over', () => {
  test('where its position is of another log, or of one that went another way', async () => {
    expect(await ask({ ...place, id: 'another' })).toMatchObject({ startOver: true, changes: [], head: place });
    expect(await ask({ sequence: place.sequence + 1000, id: place.id })).toMatchObject({ startOver: true, head: place });
  });

  test('where its position was pruned, but not where it has seen all', async () => {
    const old = place;
    await clinics().create('en', clinicWords('Bay'), 'published');
    const { head } = await ask();
    await cms.strapi.db.connection('change_log').update({ at: Date.now() - 8 * 24 * 60 * 60 * 1000 });
    const { 'change-log': prune } = Object.fromEntries(cms.strapi.cron.jobs.map(({ name, job }) => [name, job]));
    await prune?.invoke(new Date());
    await delay(500);
    expect(await ask(old)).toMatchObject({ startOver: true, head });
    const waiting = ask(head);
    const id = await clinics().create('en', clinicWords('Bay'), 'published');
    expect((await waiting).changes).toContainEqual(expect.objectContaining({ documentId: id }));
  });
});

test('a restart changes nothing, and a log whose watch was broken says that anything may have changed', async () => {
  await cms.restart();
  expect(await changes()).toEqual([]);
  await cms.strapi.db.connection.raw(cms.strapi.db.dialect.client === 'postgres' ? 'DROP TRIGGER log_clinics ON clinics' : 'DROP TRIGGER log_clinics_update');
  await cms.restart();
  expect(await changes()).toEqual(['* changed']);
});

describe('nobody else', () => {
  test('reads the feed', async () => {
    expect((await cms.fetch('/api/change-feed')).status).toBe(401);
    expect((await cms.import('/api/change-feed')).status).toBe(403);
  });

  test.each(['?after=-1&id=a', '?after=x&id=a', '?after=1', '?id=a', `?after=1&id=${'a'.repeat(65)}`, '?after[]=1&id=a'])('is answered for %s', async (parameters) => {
    const { status, body } = await cms.read(`/api/change-feed${parameters}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { message: expect.stringContaining('Give "after"') } });
  });
});

test('many writers at once are told of in the order of their commits, and none is missed', async () => {
  const told: Change[] = [];
  let following = true;
  const follower = (async () => {
    let position = place;
    while (following) {
      // Writers and server share this process: a connection may time out while they write.
      const feed = await ask(position).catch(() => ask(position));
      expect(feed.startOver).toBe(false);
      told.push(...feed.changes);
      position = feed.head;
    }
  })();
  const writer = async () => {
    const ids: string[] = [];
    for (let turn = 0; turn < 6; turn += 1) ids.push(await clinics().create('en', clinicWords('Bay'), 'published'));
    return ids;
  };
  const made = (await Promise.all(Array.from({ length: 8 }, writer))).flat();
  const isKnown = (id: string) => told.some(({ documentId }) => documentId === id);
  await expect.poll(() => made.filter(id => !isKnown(id)), { timeout: 20_000 }).toEqual([]);
  following = false;
  await clinics().create('en', clinicWords('Bay'), 'published');
  await follower;
  expect(told.map(({ sequence }) => sequence)).toEqual(told.map(({ sequence }) => sequence).sort((one, other) => one - other));
});
