import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { signInAs, type AdminFetch } from '../helpers/admin.ts';
import { startCms, type Answer, type Cms } from '../helpers/cms.ts';
import { rightsTable, type Deed } from './roles.table.ts';

/** The demo accounts, by the letter that stands for each in the table. */
const accounts = { E: 'editor', T: 'translator-ru', R: 'medical-reviewer', C: 'coordinator' };

let cms: Cms;
const people = new Map<string, AdminFetch>();
beforeAll(async () => {
  cms = await startCms();
  for (const [letter, account] of Object.entries(accounts)) people.set(letter, await signInAs(cms, account));
});
afterAll(() => cms.stop());

describe('a role’s rights over a type of content', () => {
  it.each(rightsTable)('$type: $deed', async ({ type, deed, may }) => {
    const answers: string[] = [];
    for (const [letter, ask] of people) if (isLetIn(await doDeed(ask, `api::${type}.${type}`, deed))) answers.push(letter);
    expect(answers.join('')).toBe(may);
  });

  it('is stated for every type', () => {
    const types = Object.values(cms.strapi.contentTypes).filter(({ uid }) => uid.startsWith('api::'));
    const stated = new Set(rightsTable.map(({ type }) => type));
    expect(types.map(({ info }) => info.singularName).filter(name => !stated.has(name))).toEqual([]);
  });
});

describe('the form of an article', () => {
  const firstRow = async (letter: string): Promise<string[]> => {
    const { body } = (await people.get(letter)?.('/content-manager/content-types/api::article.article/configuration')) ?? {};
    return form.parse(body).data.contentType.layouts.edit[0].map(({ name }) => name);
  };

  it('begins with what the person may write, and is as arranged for the others', async () => {
    expect(await firstRow('R')).toEqual(['reviewedOn', 'reviewDueOn']);
    for (const letter of ['E', 'T', 'C']) expect(await firstRow(letter), letter).toEqual(['title', 'slug']);
  });
});

const row = z.array(z.object({ name: z.string() }));
const form = z.object({ data: z.object({ contentType: z.object({ layouts: z.object({ edit: z.tuple([row], row) }) }) }) });

/** Asks for a deed with nothing new in it. */
async function doDeed(ask: AdminFetch, uid: string, deed: Deed): Promise<Answer> {
  const [action, locale = 'en'] = deed.split(' ');
  const single = uid === 'api::site.site';
  const path = `/content-manager/${single ? 'single' : 'collection'}-types/${uid}`;
  const version = `${path}${single ? '' : `/${await someDocument(uid, locale)}`}`;
  switch (action) {
    case 'creates': return ask(`${path}?locale=${locale}`, { method: single ? 'PUT' : 'POST', body: {} });
    case 'saves': return ask(`${version}?locale=${locale}`, { method: 'PUT', body: {} });
    case 'publishes': return ask(`${version}/actions/publish?locale=${locale}`, { body: {} });
    case 'deletes': return ask(`${version}?locale=${locale}`, { method: 'DELETE' });
    default: return ask(`${version}?locale=${locale}`);
  }
}

/** A document that has a version in the language, if it has languages; a made-up one where there is none of the type. */
async function someDocument(uid: string, locale: string): Promise<string> {
  const row = await cms.strapi.db.query(uid).findOne({ where: { $or: [{ locale }, { locale: { $null: true } }] } });
  return row?.documentId ?? 'abcdefghijklmnopqrstuvwx';
}

/** Let in is also who is told that the content will not do, or is not there. */
function isLetIn({ status, body }: Answer): boolean {
  if (status >= 500 || status === 401) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return status !== 403;
}
