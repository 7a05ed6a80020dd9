import fs from 'node:fs';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { startCms, type Cms } from '../tests/helpers/cms.ts';
import { documentsOf, linked } from '../tests/helpers/content.ts';
import { loadSeed } from './load.ts';
import { seedFolder, smallContent, type Files } from './test-content.ts';

let cms: Cms;
beforeEach(async () => {
  cms = await startCms({ template: 'empty' });
});
afterEach(async () => {
  await cms.stop();
});

async function load(files: Files = smallContent) {
  const lines: string[] = [];
  const folder = seedFolder(files);
  try {
    return { ...(await loadSeed(cms.strapi, { folder, log: line => lines.push(line) })), lines };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

const query = (uid: string) => cms.strapi.db.query(uid);
const rows = (uid: string) => query(uid).findMany({ select: ['id', 'documentId', 'updatedAt'], orderBy: { id: 'asc' } });

async function idOf(uid: string, slug: string): Promise<string> {
  const row = await query(uid).findOne({ where: { slug } });
  return row.documentId;
}

describe('loading the first content', () => {
  it('publishes every version in its language, with rich text, pictures and relations', async () => {
    expect(await load()).toMatchObject({ create: 8, update: 0, unchanged: 0, kept: 0, pictures: 1 });

    const articles = documentsOf(cms.strapi, 'api::article.article');
    const id = await idOf('api::article.article', 'first');
    const english = await articles.read(id, 'en', 'published', ['author', 'sources', 'related', 'body.clinics']);
    expect(english).toMatchObject({
      title: 'First',
      body: [
        {
          __component: 'block.text',
          key: expect.stringMatching(/^[a-z0-9]{8}$/),
          body: [
            {
              type: 'paragraph',
              children: [
                { type: 'text', text: 'It ' },
                { type: 'text', text: 'failed', bold: true },
                { type: 'text', text: ' [@trial-2021].' },
              ],
            },
          ],
        },
        { __component: 'block.clinic-cards', clinics: [{ slug: 'bay-hospital' }] },
      ],
      author: { name: 'Ada Demir' },
      sources: [{ citationKey: 'trial-2021' }],
    });
    const russian = await articles.read(id, 'ru', 'published', ['author', 'body.clinics']);
    expect(russian).toMatchObject({ title: 'Первая', author: null, body: [{}, { clinics: [{ slug: 'klinika-u-zaliva' }] }] });

    const keys = ({ body }: Record<string, unknown>) => [body].flat().map(block => Object(block).key);
    expect(keys(russian)).toEqual(keys(english));
  });

  it('links documents that point to each other', async () => {
    await load();
    const articles = documentsOf(cms.strapi, 'api::article.article');
    const [one, two] = [await idOf('api::article.article', 'first'), await idOf('api::article.article', 'second')];
    expect(linked((await articles.read(one, 'en', 'published', ['related']))['related'])).toEqual([two]);
    expect(linked((await articles.read(two, 'en', 'published', ['related']))['related'])).toEqual([one]);

    const person = await documentsOf(cms.strapi, 'api::person.person').read(
      await idOf('api::person.person', 'ada-demir'), 'en', 'published', ['clinic'],
    );
    expect(person['clinic']).toMatchObject({ slug: 'bay-hospital' });
  });

  it('changes nothing when it runs again, and says so', async () => {
    await load();
    const uids = ['api::article.article', 'api::clinic.clinic', 'api::person.person', 'api::source.source', 'plugin::upload.file'];
    const before = await Promise.all(uids.map(rows));
    const second = await load();
    expect(second).toMatchObject({ create: 0, update: 0, unchanged: 8, kept: 0, pictures: 0, admin: false });
    expect(second.lines).toEqual(['The first content is there; nothing was changed.']);
    expect(await Promise.all(uids.map(rows))).toEqual(before);
  });

  it('brings what it made up to date with the files, fields that went and languages that came included', async () => {
    await load();
    const result = await load({
      ...smallContent,
      'shared/people.yaml': 'ada: { clinic: bay }',
      'ru/people.yaml': 'ada: { name: Ада Демир, slug: ada-demir, role: Невролог }',
    });
    // The English person; and the Russian article and clinic, which can name that person now.
    expect(result).toMatchObject({ create: 1, update: 3, kept: 0 });
    const person = await documentsOf(cms.strapi, 'api::person.person').read(
      await idOf('api::person.person', 'ada-demir'), 'en', 'published',
    );
    expect(person['licence']).toBeNull();
    const article = await documentsOf(cms.strapi, 'api::article.article').read(
      await idOf('api::article.article', 'first'), 'ru', 'published', ['author'],
    );
    expect(article['author']).toMatchObject({ name: 'Ада Демир' });
    expect(await load({ ...smallContent, 'shared/people.yaml': 'ada: { clinic: bay, licence: B-2 }' })).toMatchObject({ kept: 0 });
  });

  it('leaves what an editor changed, also where the files change', async () => {
    await load();
    const articles = documentsOf(cms.strapi, 'api::article.article');
    const id = await idOf('api::article.article', 'second');
    await articles.save(id, 'en', { title: 'Edited' });
    const changed = { ...smallContent, 'en/articles/two.yaml': 'title: From the file\nslug: second\nsummary: New.' };
    const result = await load(changed);
    expect(result).toMatchObject({ create: 0, update: 0, kept: 1 });
    expect(result.lines).toContain('Left as somebody made them: articles/two.');
    expect(await articles.read(id, 'en', 'draft')).toMatchObject({ title: 'Edited' });
  });

  it('does not bring back what an editor deleted', async () => {
    await load();
    await cms.strapi.documents('api::person.person').delete({ documentId: await idOf('api::person.person', 'ada-demir'), locale: '*' });
    expect(await load()).toMatchObject({ create: 0, kept: 1 });
    expect(await query('api::person.person').count()).toBe(0);
  });

  it('takes a document that somebody made for the same thing, and leaves it alone', async () => {
    const id = await documentsOf(cms.strapi, 'api::source.source').create(undefined, {
      citationKey: 'trial-2021',
      title: 'By hand',
      titleLanguage: 'en',
      type: 'web_page',
    });
    expect(await load()).toMatchObject({ create: 7, kept: 1 });
    const article = await documentsOf(cms.strapi, 'api::article.article').read(
      await idOf('api::article.article', 'first'), 'en', 'published', ['sources'],
    );
    expect(linked(article['sources'])).toEqual([id]);
    expect(article['sources']).toMatchObject([{ title: 'By hand' }]);
  });

  it('loads all or nothing, and names what the CMS refuses', async () => {
    const twice = 'title: Second\nslug: first\nsummary: The slug is taken.';
    await expect(load({ ...smallContent, 'en/articles/two.yaml': twice })).rejects.toThrow(
      /en\/articles\/(one|two)\.yaml: "(one|two)" \(en.*\): the CMS refuses it: slug/,
    );
    expect(await query('api::article.article').count()).toBe(0);
    expect(await query('api::source.source').count()).toBe(0);
    expect(await load()).toMatchObject({ create: 8, pictures: 0 });
  });

  it('makes an account for each role once, and leaves it deleted', async () => {
    const emails = ['editor', 'translator-ru', 'medical-reviewer', 'coordinator'].map(role => `${role}@polyclinic.example`);
    const first = await load({});
    expect(first.accounts).toEqual(emails);
    expect(first.lines).toContain(`Made the demo accounts ${emails.join(', ')}.`);
    const users = await query('admin::user').findMany({ where: { email: { $in: emails } }, populate: ['roles'], orderBy: { id: 'asc' } });
    expect(users).toMatchObject(emails.map(email => ({ email, isActive: true, roles: [{ code: `polyclinic-${email.split('@')[0]}` }] })));
    expect(users.map(({ preferedLanguage }) => preferedLanguage)).toEqual(['en', 'ru', 'en', 'en']);

    await cms.strapi.service('admin::user').deleteById(users[0].id);
    expect(await load({})).toMatchObject({ accounts: [] });
    expect(await query('admin::user').count({ where: { email: emails[0] } })).toBe(0);
  });

  it('makes the administrator once', async () => {
    expect(await load({})).toMatchObject({ admin: true });
    expect(await load({})).toMatchObject({ admin: false });
    const users = await query('admin::user').findMany({ where: { email: cms.settings['ADMIN_EMAIL'] }, populate: ['roles'] });
    expect(users).toMatchObject([{ isActive: true, roles: [{ code: 'strapi-super-admin' }] }]);
  });
});
