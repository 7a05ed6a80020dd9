import { createHmac } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startCms, type Cms } from '../helpers/cms.ts';
import { distRoot } from '../helpers/paths.ts';

let cms: Cms;
beforeAll(async () => {
  cms = await startCms({ template: 'empty' });
});
afterAll(async () => {
  await cms?.stop();
});

/** Every address of the content API, with the names of its content types in it. */
function contentRoutes(): { method: string; path: string }[] {
  const routes: { methods: string[]; path: string }[] = cms.strapi.server.listRoutes();
  return routes
    .filter(({ path }) => path.startsWith('/api/'))
    .flatMap(({ methods, path }) => methods.filter(method => method !== 'HEAD').map(method => ({ method, path: path.replace(/:\w+/g, 'abcdefghijklmnopqrstuvwx') })));
}

describe('without a token', () => {
  it('no content endpoint answers', async () => {
    const routes = contentRoutes();
    expect(routes.length).toBeGreaterThan(80);
    for (const { method, path } of routes) {
      const { status, body } = await cms.fetch(path, { method, body: method === 'GET' || method === 'DELETE' ? undefined : { data: {} } });
      expect([401, 403], `${method} ${path}`).toContain(status);
      expect(body, `${method} ${path}`).toMatchObject({ data: null });
    }
  });

  it('a wrong or an empty token is no token', async () => {
    for (const authorization of ['Bearer', 'Bearer ', 'Bearer nonsense', 'Basic cmVhZDpyZWFk']) {
      const { status } = await cms.fetch('/api/articles', { headers: { authorization } });
      expect([401, 403]).toContain(status);
    }
  });

  it('nobody registers the first administrator, by any spelling of the address', async () => {
    const body = { email: 'first@example.org', password: 'Passw0rd-long-enough', firstname: 'First', lastname: 'Come' };
    expect(await cms.strapi.db.query('admin::user').count()).toBe(0);
    for (const path of ['/admin/register-admin', '/admin/register-admin/', '/admin/Register-Admin', '/admin//register-admin', '/admin/%72egister-admin']) {
      const { status } = await cms.fetch(path, { method: 'POST', body });
      expect(status, path).toBeGreaterThanOrEqual(400);
    }
    expect(await cms.strapi.db.query('admin::user').count()).toBe(0);
    expect((await cms.fetch('/admin/register-admin', { method: 'POST', body })).body).toMatchObject({ error: { message: expect.stringContaining('npm start') } });
  });

  it('the health and the icon of the CMS can be asked for', async () => {
    expect((await cms.fetch('/_health')).status).toBe(204);
    const icon = await cms.fetch('/favicon.ico');
    expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/x-icon']);
  });
});

describe('the read token', () => {
  it('lists every content type', async () => {
    for (const contentType of Object.values(cms.strapi.contentTypes).filter(({ uid }) => uid.startsWith('api::'))) {
      const single = contentType.kind === 'singleType';
      const { status } = await cms.read(`/api/${single ? contentType.info.singularName : contentType.info.pluralName}`);
      expect(single ? [200, 404] : [200], contentType.uid).toContain(status);
    }
  });

  it('changes nothing', async () => {
    for (const { method, path } of contentRoutes().filter(route => route.method !== 'GET')) {
      const { status } = await cms.read(path, { method, body: method === 'DELETE' ? undefined : { data: {} } });
      expect([403, 405], `${method} ${path}`).toContain(status);
    }
  });

  it('sees neither the media library nor the locales nor the schemas', async () => {
    for (const path of ['/api/upload/files', '/api/i18n/locales', '/api/content-type-builder/content-types', '/api/content-type-builder/components']) {
      expect([403, 404], path).toContain((await cms.read(path)).status);
    }
  });

  it('opens nothing of the admin', async () => {
    for (const path of ['/admin/users', '/admin/api-tokens', '/content-manager/content-types', '/upload/files', '/i18n/locales']) {
      expect((await cms.read(path)).status, path).toBe(401);
    }
  });
});

describe('the import token', () => {
  it('cannot publish, delete or touch what a page does not bring along', async () => {
    expect((await cms.import('/api/glossary-terms', { body: { data: {} } })).status).toBe(403);
    expect((await cms.import('/api/redirects')).status).toBe(403);
    expect((await cms.import('/api/site')).status).toBe(403);
    expect((await cms.import('/api/articles/abcdefghijklmnopqrstuvwx', { method: 'DELETE' })).status).toBe(403);
  });

  it.each(['', '?status=published', '?status[]=published'])('makes and changes drafts only, also when it asks for %s', async (query) => {
    const clinic = { name: 'Harbour Clinic', slug: 'harbour-clinic', summary: 'A clinic.', city: 'Porto', country: 'PT' };
    const made = await cms.import(`/api/clinics${query}`, { body: { data: clinic } });
    expect([201, 400]).toContain(made.status);
    if (made.status === 400) return;
    const { documentId } = (made.body as { data: { documentId: string } }).data;
    const changed = await cms.import(`/api/clinics/${documentId}${query}`, { method: 'PUT', body: { data: { city: 'Lisbon' } } });
    expect(changed.status).toBe(200);
    expect(await cms.strapi.documents('api::clinic.clinic').count({ status: 'published' })).toBe(0);
    expect(await cms.strapi.documents('api::clinic.clinic').findOne({ documentId, status: 'draft' })).toMatchObject({ city: 'Lisbon' });
    await cms.strapi.documents('api::clinic.clinic').delete({ documentId });
  });

  it('makes sources, which have no drafts, but changes none', async () => {
    const made = await cms.import('/api/sources', { body: { data: { citationKey: 'trial-2021', title: 'A trial', type: 'journal_article' } } });
    expect(made.status).toBe(201);
    const { documentId } = (made.body as { data: { documentId: string } }).data;
    expect((await cms.import(`/api/sources/${documentId}`, { method: 'PUT', body: { data: { title: 'Changed' } } })).status).toBe(403);
    expect((await cms.import(`/api/sources/${documentId}`)).body).toMatchObject({ data: { title: 'A trial' } });
  });

  it('reads its drafts back', async () => {
    const { documentId } = await cms.strapi.documents('api::treatment.treatment').create({
      data: { name: 'Rest', slug: 'rest', specialty: 'General', summary: 'Rest.' },
    });
    const { status, body } = await cms.import('/api/treatments?status=draft&filters[slug][$eq]=rest');
    expect(status).toBe(200);
    expect(body).toMatchObject({ data: [{ documentId }] });
  });
});

describe('the preview token', () => {
  it('changes nothing', async () => {
    for (const { method, path } of contentRoutes().filter(route => route.method !== 'GET')) {
      const { status } = await cms.preview(path, { method, body: method === 'DELETE' ? undefined : { data: {} } });
      expect([403, 405], `${method} ${path}`).toContain(status);
    }
  });

  it('lists what has a page and what that links to, nothing else', async () => {
    const answers = await Promise.all(Object.values(cms.strapi.contentTypes).filter(({ uid }) => uid.startsWith('api::')).map(async ({ kind, info }) => {
      const { status } = await cms.preview(`/api/${kind === 'singleType' ? info.singularName : info.pluralName}`);
      return status === 200 ? info.singularName : [];
    }));
    expect(answers.flat().sort()).toEqual(['article', 'clinic', 'condition', 'page', 'person', 'review', 'source', 'treatment']);
    for (const path of ['/api/articles/abcdefghijklmnopqrstuvwx', '/api/upload/files', '/api/i18n/locales', '/api/article/imported']) {
      expect([403, 404], path).toContain((await cms.preview(path)).status);
    }
  });

  it('reads drafts in the form of published versions: empty where something is not written, without what may not be published', async () => {
    const bad = [{ type: 'code', children: [{ type: 'text', text: 'x' }] }, { type: 'paragraph', children: [{ type: 'text', text: 'Words.' }] }];
    const { documentId } = await cms.strapi.documents('api::article.article').create({
      data: { body: [{ __component: 'evidence.claim' }, { __component: 'block.text', body: bad }, { __component: 'block.callout', kind: 'advice' }] },
    });
    const clinic = await cms.strapi.documents('api::clinic.clinic').create({ data: { name: 'Bay', website: 'none' } });
    const query = 'status=draft&locale=*&populate=*&filters[documentId]=';
    expect((await cms.preview(`/api/articles?${query}${documentId}`)).body).toMatchObject({ data: [{
      title: '', slug: '', summary: '', changeNote: null,
      body: [{ claim: '', grade: 'very_low' }, { body: [{ type: 'paragraph' }] }, { kind: 'advice', title: '', body: [] }],
    }] });
    expect((await cms.preview(`/api/clinics?${query}${clinic.documentId}`)).body).toMatchObject({ data: [{ name: 'Bay', website: null, country: '', city: '' }] });
    expect((await cms.read(`/api/articles?${query}${documentId}`)).status).toBe(400);
    await cms.strapi.documents('api::article.article').delete({ documentId });
    await cms.strapi.documents('api::clinic.clinic').delete({ documentId: clinic.documentId });
  });
});

describe('an administrator', () => {
  it('made on the machine logs in, stays logged in and reads drafts in the admin', async () => {
    const { email, password } = { email: 'editor@polyclinic.example', password: 'Passw0rd-long-enough' };
    const role: { id: number } = await cms.strapi.service('admin::role').getSuperAdmin();
    await cms.strapi.service('admin::user').create({ email, password, firstname: 'Ed', isActive: true, registrationToken: null, roles: [role.id] });
    const login = await cms.fetch('/admin/login', { method: 'POST', body: { email, password }, headers: { origin: cms.url } });
    expect(login.status).toBe(200);
    const cookie = login.headers.getSetCookie().map(entry => entry.split(';')[0]).join('; ');
    const renewed = await cms.fetch('/admin/access-token', { method: 'POST', headers: { cookie, origin: cms.url } });
    const { token } = (renewed.body as { data: { token: string } }).data;
    const { status, body } = await cms.fetch('/content-manager/collection-types/api::treatment.treatment?status=draft', { headers: { authorization: `Bearer ${token}` } });
    expect([status, (body as { results: unknown[] }).results.length]).toEqual([200, 1]);
  });
});

describe('the tokens of the CMS', () => {
  const tokens = () => cms.strapi.db.query('admin::api-token').findMany({ populate: ['permissions'], orderBy: 'name' });

  it('are three, of the custom kind, stored as Strapi stores them and not readable back', async () => {
    const hash = (secret: string | undefined) => createHmac('sha512', cms.settings['API_TOKEN_SALT'] ?? '').update(secret ?? '').digest('hex');
    expect(await tokens()).toMatchObject([
      { name: 'import', type: 'custom', kind: 'content-api', accessKey: hash(cms.settings['CMS_IMPORT_TOKEN']), encryptedKey: null, expiresAt: null },
      { name: 'preview', type: 'custom', kind: 'content-api', accessKey: hash(cms.settings['CMS_PREVIEW_TOKEN']), encryptedKey: null, expiresAt: null },
      { name: 'read', type: 'custom', kind: 'content-api', accessKey: hash(cms.settings['CMS_READ_TOKEN']), encryptedKey: null, expiresAt: null },
    ]);
  });
});

describe('a new start', () => {
  it('makes the tokens anew from changed secrets, and nothing twice', async () => {
    const secret = 'changed-'.repeat(8);
    const { syncApiTokens }: typeof import('../../src/access/api-tokens.ts') = createRequire(import.meta.url)(path.join(distRoot, 'src', 'access', 'api-tokens.js'));
    const before = await cms.strapi.db.query('admin::api-token-permission').count();
    const old = process.env['CMS_READ_TOKEN'];
    process.env['CMS_READ_TOKEN'] = secret;
    try {
      await syncApiTokens(cms.strapi);
    } finally {
      process.env['CMS_READ_TOKEN'] = old;
    }
    expect((await cms.read('/api/articles')).status).toBe(401);
    expect((await cms.fetch('/api/articles', { headers: { authorization: `Bearer ${secret}` } })).status).toBe(200);
    expect(await cms.strapi.db.query('admin::api-token').count()).toBe(3);
    expect(await cms.strapi.db.query('admin::api-token-permission').count()).toBe(before);
    await syncApiTokens(cms.strapi);
    expect((await cms.read('/api/articles')).status).toBe(200);
  });
});
