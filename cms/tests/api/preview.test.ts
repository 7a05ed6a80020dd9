import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { signTicket } from '../../src/preview/ticket.ts';
import { logIn, signInAs, type AdminFetch } from '../helpers/admin.ts';
import { startCms, type Cms } from '../helpers/cms.ts';

const site = 'https://polyclinic.example';

let cms: Cms;
let editor: AdminFetch;
beforeAll(async () => {
  cms = await startCms({ env: { SITE_URL: `${site}/` } });
  editor = await signInAs(cms, 'editor');
});
afterAll(() => cms.stop());

const someOf = async (type: string, locale = 'en'): Promise<string> =>
  (await cms.strapi.db.query(`api::${type}.${type}`).findOne({ where: { $or: [{ locale }, { locale: { $null: true } }] } })).documentId;

const askFor = (ask: AdminFetch, type: string, query: string) => ask(`/content-manager/preview/url/api::${type}.${type}?${query}`);

/** The address that the admin would open. */
async function addressOf(ask: AdminFetch, type: string, query: string): Promise<string | null> {
  const { status, body } = await askFor(ask, type, query);
  expect([200, 204]).toContain(status);
  return status === 204 ? null : (body as { data: { url: string } }).data.url;
}

/** Somebody whose right to read articles ends with one language. */
async function russianReader(): Promise<AdminFetch> {
  const role = await cms.strapi.service('admin::role').create({ name: 'Reader of Russian' });
  const fields = ['title', 'summary'];
  await cms.strapi.service('admin::role').assignPermissions(role.id, [
    { action: 'plugin::content-manager.explorer.read', subject: 'api::article.article', properties: { fields, locales: ['ru'] }, conditions: [] },
  ]);
  const person = { email: 'reader@polyclinic.example', password: 'Passw0rd-long-enough' };
  await cms.strapi.service('admin::user').create({ ...person, firstname: 'R', isActive: true, roles: [role.id] });
  return logIn(cms, person.email, person.password);
}

describe('the preview of a document with a page', () => {
  it.each(['article', 'treatment', 'clinic', 'condition', 'person', 'page'])('is offered to an editor: %s', async (type) => {
    const documentId = await someOf(type);
    const address = await addressOf(editor, type, `documentId=${documentId}&locale=en&status=modified`);
    const [, expires = ''] = /^https:\/\/polyclinic\.example\/en\/preview\/[a-z]+-[a-z0-9]{24}-draft-(\d+)-/.exec(address ?? '') ?? [];
    expect(address).toBe(`${site}/en/preview/${signTicket({ type, documentId, locale: 'en', status: 'draft', expires: Number(expires) }, cms.settings['PREVIEW_SECRET'] ?? '')}`);
    expect(Number(expires) - Date.now() / 1000).toBeGreaterThan(3590);
    expect(Number(expires) - Date.now() / 1000).toBeLessThanOrEqual(3600);
  });

  it('names the version and the language that were asked for', async () => {
    const documentId = await someOf('article', 'ru');
    expect(await addressOf(editor, 'article', `documentId=${documentId}&locale=ru&status=published`)).toContain(`/ru/preview/article-${documentId}-published-`);
    expect(await addressOf(editor, 'article', `documentId=${documentId}`)).toContain(`/en/preview/article-${documentId}-draft-`);
  });

  it.each(['translator-ru', 'medical-reviewer', 'coordinator'])('is offered to whoever may read it: %s', async (role) => {
    const person = await signInAs(cms, role);
    for (const locale of ['en', 'ru']) expect(await addressOf(person, 'article', `documentId=${await someOf('article')}&locale=${locale}`)).toContain(`/${locale}/preview/`);
  });

  it('is not offered to whoever may not read that language, or the source that the page borrows from', async () => {
    const reader = await russianReader();
    const both = await someOf('article', 'ru');
    expect(await addressOf(reader, 'article', `documentId=${both}&locale=en`)).toBeNull();
    expect(await addressOf(reader, 'article', `documentId=${both}&locale=ru`)).toBeNull();
    expect(await addressOf(reader, 'clinic', `documentId=${await someOf('clinic', 'ru')}&locale=ru`)).toBeNull();
    const { documentId } = await cms.strapi.documents('api::article.article').create({ locale: 'ru', data: { title: 'Своя', sourceLocale: 'ru' } });
    expect(await addressOf(reader, 'article', `documentId=${documentId}&locale=ru`)).toContain(`/ru/preview/article-${documentId}-draft-`);
  });

  it('needs a document and a language that are there, and somebody who is signed in', async () => {
    expect(await addressOf(editor, 'article', 'documentId=abcdefghijklmnopqrstuvwx&locale=en')).toBeNull();
    expect(await addressOf(editor, 'article', `documentId=${await someOf('article')}&locale=xx`)).toBeNull();
    expect((await askFor(cms.fetch, 'article', `documentId=${await someOf('article')}&locale=en`)).status).toBe(401);
    expect((await askFor(cms.preview, 'article', `documentId=${await someOf('article')}&locale=en`)).status).toBe(401);
  });
});

it('what has no page of its own has no preview', async () => {
  for (const type of ['source', 'review', 'cost-entry', 'glossary-term', 'safety-notice', 'accreditation']) {
    expect(await addressOf(editor, type, `documentId=${await someOf(type)}&locale=en`), type).toBeNull();
  }
  expect(await addressOf(editor, 'site', 'locale=en')).toBeNull();
});

it('the admin may show the site in a frame, and no other host', async () => {
  // Answered without the admin's pages, which are built later than this runs.
  const policy = (await cms.fetch('/admin/init')).headers.get('content-security-policy') ?? '';
  expect(policy.split(';').find(directive => directive.startsWith('frame-src'))).toBe(`frame-src ${site}`);
});

it('without the address of the site there is none', async () => {
  await cms.restart({ SITE_URL: '' });
  editor = await signInAs(cms, 'editor');
  expect(await addressOf(editor, 'article', `documentId=${await someOf('article')}&locale=en`)).toBeNull();
});
