import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { signInAs, type AdminFetch } from '../helpers/admin.ts';
import { takeCensus } from '../helpers/census.ts';
import { startCms, type Cms } from '../helpers/cms.ts';
import { documentsOf, linked } from '../helpers/content.ts';

const article = 'api::article.article';
const path = (uid: string) => `/content-manager/collection-types/${uid}`;

let cms: Cms;
beforeAll(async () => {
  cms = await startCms();
});
afterAll(() => cms.stop());

/** The first document of a type with versions in both languages. */
async function inBoth(uid: string): Promise<string> {
  const rows: { documentId: string; locale: string }[] = await cms.strapi.db.query(uid).findMany({ select: ['documentId', 'locale'], orderBy: { id: 'asc' } });
  const both = rows.find(({ documentId, locale }) => locale !== 'ru' && rows.some(row => row.documentId === documentId && row.locale === 'ru'));
  return (both ?? rows[0])?.documentId ?? 'abcdefghijklmnopqrstuvwx';
}

/** Tables of what an administrator rules over. */
const ruled = ['admin_users', 'admin_roles', 'admin_permissions', 'strapi_api_tokens', 'strapi_webhooks'];

/** All that the CMS holds, but for when something was saved, and for the versions of a locale that is left out. */
async function holdings(leaveOut = 'none'): Promise<Record<string, unknown>> {
  const { entries, files, stored } = await takeCensus(cms.strapi);
  const kept = Object.entries(entries).filter(([name]) => !name.includes(` ${leaveOut} `));
  const tables = await Promise.all(ruled.map(async table => [table, await cms.strapi.db.connection(table).select('*').orderBy('id')]));
  const all = Object.fromEntries([...kept, ...Object.entries({ files, stored }), ...tables]);
  return JSON.parse(JSON.stringify(all, (key, value) => (key === 'updatedAt' ? undefined : value)));
}

/** Names of what was changed, made or taken away. */
const changesIn = (before: Record<string, unknown>, after: Record<string, unknown>): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(name => !isDeepStrictEqual(before[name], after[name]));

/** What a person may do for themselves, and what ends the session. */
const ownBusiness = /^\/admin\/(login|logout|access-token|users\/me|register|forgot-password|reset-password|homepage)/;

/** Every address of the admin that changes something, with a type and a document in it. */
async function changingAddresses(): Promise<{ method: string; address: string; uid: string; id: string }[]> {
  const routes: { methods: string[]; path: string }[] = cms.strapi.server.listRoutes();
  const changing = routes.flatMap(({ methods, path }) =>
    methods.filter(method => ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method) && methods.length < 5).map(method => ({ method, path })),
  );
  const types = Object.values(cms.strapi.contentTypes).filter(({ uid }) => uid.startsWith('api::'));
  const found = [];
  for (const { method, path } of changing.filter(route => !route.path.startsWith('/api') && !ownBusiness.test(route.path))) {
    const single = path.includes('/single-types/');
    const meant = path.includes(':model') ? types.filter(({ kind }) => (kind === 'singleType') === single) : types.filter(({ uid }) => uid === article);
    for (const { uid } of meant) {
      const id = await inBoth(uid);
      const one = path.startsWith('/content-manager') ? id : '1';
      const values: Record<string, string> = { ':model': uid, ':contentType': uid, ':uid': path.includes('/components/') ? 'block.text' : uid };
      const address = path.replace(/(?<=\/):\w+/g, name => values[name] ?? one);
      found.push({ method, address, uid, id });
    }
  }
  return found;
}

/** What is held once the CMS has stored what it stores of itself soon after a start. */
async function holdingsAtRest(leaveOut: string): Promise<Record<string, unknown>> {
  for (let last = await holdings(leaveOut); ;) {
    await delay(1000);
    const now = await holdings(leaveOut);
    if (isDeepStrictEqual(now, last)) return now;
    last = now;
  }
}

/** Words for the attributes that a type has. */
function wordsFor(uid: string): Record<string, string> {
  const type = Object.values(cms.strapi.contentTypes).find(each => each.uid === uid);
  const named = ['title', 'name', 'term', 'brand', 'summary', 'displayName', 'reference', 'code'].filter(name => name in (type?.attributes ?? {}));
  return Object.fromEntries(named.map(name => [name, 'trespassing']));
}

async function trespass(ask: AdminFetch): Promise<number> {
  let asked = 0;
  for (const { method, address, uid, id } of await changingAddresses()) {
    for (const query of ['', '?locale=en', '?locale=*']) {
      const bodies = method === 'DELETE' ? [undefined] : [{}, wordsFor(uid), { documentIds: [id], locale: 'en', ids: [1], fileIds: [1], urls: ['http://127.0.0.1:9/x.png'] }];
      for (const body of bodies) {
        await ask(address + query, { method, body });
        asked += 1;
      }
    }
  }
  return asked;
}

describe('on no path of the admin API', () => {
  it('does a Russian translator change English, or what all languages share', async () => {
    const ask = await signInAs(cms, 'translator-ru');
    const before = await holdingsAtRest('ru');
    expect(await trespass(ask)).toBeGreaterThan(1000);
    expect(changesIn(before, await holdings('ru'))).toEqual([]);
  });

  it.each(['coordinator', 'medical-reviewer'])('does a %s change anything of these', async (role) => {
    const ask = await signInAs(cms, role);
    const before = await holdings();
    await trespass(ask);
    expect(changesIn(before, await holdings())).toEqual([]);
  });
});

describe('a Russian translator', () => {
  let ask: AdminFetch;
  beforeAll(async () => {
    ask = await signInAs(cms, 'translator-ru');
  });

  it('writes Russian words into the draft, and no facts, pictures of others or signature with them', async () => {
    const id = await inBoth('api::clinic.clinic');
    const clinics = documentsOf(cms.strapi, 'api::clinic.clinic');
    const before = await holdings('ru');
    const { status } = await ask(`${path('api::clinic.clinic')}/${id}?locale=ru`, {
      method: 'PUT',
      body: { name: 'Клиника переводчика', country: 'DE', founded: 1900, fictitious: false, treatments: { set: [] }, doctors: { set: [] } },
    });
    expect(status).toBe(200);
    const draft = await clinics.read(id, 'ru', 'draft', ['treatments', 'doctors']);
    const english = await clinics.read(id, 'en', 'draft', ['treatments', 'doctors']);
    expect(draft).toMatchObject({ name: 'Клиника переводчика', country: english['country'], founded: english['founded'], fictitious: true });
    expect(linked(draft['treatments'])).toEqual(linked(english['treatments']));
    expect(await clinics.read(id, 'ru', 'published')).not.toMatchObject({ name: 'Клиника переводчика' });
    expect(changesIn(before, await holdings('ru'))).toEqual([]);
  });

  it('starts the Russian of a document that has none', async () => {
    const articles = documentsOf(cms.strapi, article);
    const id = await articles.create('en', { title: 'Only in English', slug: 'only-in-english', summary: 'So far.' }, 'published');
    const before = await holdings('ru');
    expect(await ask(`${path(article)}/${id}?locale=ru`, { method: 'PUT', body: { title: 'Теперь и по-русски', summary: 'Сначала черновик.', reviewedOn: '2026-01-01' } })).toMatchObject({ status: 200 });
    expect(await articles.read(id, 'ru', 'draft')).toMatchObject({ title: 'Теперь и по-русски', reviewedOn: null });
    expect(changesIn(before, await holdings('ru'))).toEqual([]);
  });

  it('does not start the English of one that is Russian', async () => {
    const reviews = documentsOf(cms.strapi, 'api::review.review');
    const id = await reviews.create('ru', { title: 'По-русски', slug: 'po-russki', displayName: 'Ольга', verificationMethod: 'none', moderationState: 'submitted' });
    expect(await ask(`${path('api::review.review')}/${id}?locale=en`, { method: 'PUT', body: { title: 'In English' } })).toMatchObject({ status: 403 });
    await expect(reviews.read(id, 'en', 'draft')).rejects.toThrow('no draft version');
  });

  it('does not throw a draft away: facts that an editor changed would go with it', async () => {
    const clinics = documentsOf(cms.strapi, 'api::clinic.clinic');
    const id = await inBoth('api::clinic.clinic');
    await clinics.save(id, 'en', { founded: 1901 });
    expect(await ask(`${path('api::clinic.clinic')}/${id}/actions/discard?locale=ru`, { body: { locale: 'ru' } })).toMatchObject({ status: 403 });
    expect(await clinics.read(id, 'en', 'draft')).toMatchObject({ founded: 1901 });
  });

  it('sends no mail', async () => {
    expect(await ask('/email', { body: { to: 'a@polyclinic.example', from: 'b@polyclinic.example', subject: 'x', text: 'x' } })).toMatchObject({ status: 403 });
  });

  it('does not see where consents are filed', async () => {
    const { body } = await ask(`${path('api::review.review')}/${await inBoth('api::review.review')}?locale=ru`);
    expect(body).toMatchObject({ data: { displayName: expect.any(String) } });
    expect(JSON.stringify(body)).not.toContain('consent');
    for (const order of ['consentReference:ASC', 'localizations.consentReference:DESC']) {
      expect(await ask(`${path('api::review.review')}?locale=ru&sort=${order}`), order).toMatchObject({ status: 403 });
    }
    expect(await ask(`${path('api::review.review')}?locale=ru&_q=consent/2026`)).toMatchObject({ body: { results: [] } });
    const documentIds = [await inBoth('api::review.review')];
    expect(await ask(`${path('api::review.review')}/actions/bulkFindForValidation`, { body: { documentIds, locale: 'ru' } })).toMatchObject({ status: 403 });
    const editor = await signInAs(cms, 'editor');
    expect(await editor(`${path('api::review.review')}/actions/bulkFindForValidation`, { body: { documentIds, locale: 'ru' } })).toMatchObject({ status: 200 });
  });
});

describe('a signature', () => {
  const dates = { reviewedOn: '2026-11-01', reviewDueOn: '2027-11-01' };

  it('is given by the medical reviewer, who changes no word', async () => {
    const articles = documentsOf(cms.strapi, article);
    const id = await articles.create('en', { title: 'To be signed', slug: 'to-be-signed', summary: 'Please.' });
    const ask = await signInAs(cms, 'medical-reviewer');
    expect(await ask(`${path(article)}/${id}?locale=en`, { method: 'PUT', body: { ...dates, title: 'Changed' } })).toMatchObject({ status: 200 });
    expect(await articles.read(id, 'en', 'draft')).toMatchObject({ ...dates, title: 'To be signed' });
    expect(await ask(`${path(article)}/${id}/actions/publish?locale=en`, { body: dates })).toMatchObject({ status: 403 });
  });

  it('is not given by the importer', async () => {
    const { body } = await cms.import('/api/articles', { body: { data: { title: 'Imported', slug: 'imported', summary: 'Unsigned.', ...dates } } });
    expect(body).toMatchObject({ data: { title: 'Imported', reviewedOn: null } });
  });

  it('is not given by the editor, who publishes what was signed', async () => {
    const articles = documentsOf(cms.strapi, article);
    const id = await articles.create('en', { title: 'Written', slug: 'written', summary: 'Unsigned.' });
    const ask = await signInAs(cms, 'editor');
    expect(await ask(`${path(article)}/${id}/actions/publish?locale=en`, { body: { ...dates, title: 'Rewritten' } })).toMatchObject({ status: 200 });
    expect(await articles.read(id, 'en', 'published')).toMatchObject({ title: 'Rewritten', reviewedOn: null, reviewDueOn: null });
  });
});
