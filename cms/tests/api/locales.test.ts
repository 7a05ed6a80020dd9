import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { startCms, type Cms } from '../helpers/cms.ts';
import { documentsOf } from '../helpers/content.ts';
import { faultsOf } from '../helpers/faults.ts';
import { projectRoot } from '../helpers/paths.ts';

let cms: Cms;

beforeAll(async () => {
  cms = await startCms({ template: 'empty' });
});
afterAll(() => cms.stop());

const listed: { code: string; name: string }[] = JSON.parse(fs.readFileSync(path.join(projectRoot, 'locales.json'), 'utf8'));

async function known(): Promise<{ code: string; name: string }[]> {
  const rows = await cms.strapi.plugin('i18n').service('locales').find();
  return rows.map(({ code, name }: { code: string; name: string }) => ({ code, name }));
}

it('the CMS knows the locales of the list by their own names, the first as default', async () => {
  expect(await known()).toEqual(listed.map(({ code, name }) => ({ code, name })));
  expect(await cms.strapi.plugin('i18n').service('locales').getDefaultLocale()).toBe(listed[0]?.code);
});

it('a locale that is added to the list is there after a restart, and takes content at once', async () => {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'polyclinic-locales-')), 'locales.json');
  const arabic = { code: 'ar', name: 'العربية', dir: 'rtl', script: 'Arab' };
  const german = { code: 'de', name: 'Deutsch', dir: 'ltr', script: 'Latn' };
  fs.writeFileSync(file, JSON.stringify([...listed, arabic, german]));
  await cms.restart({ LOCALES_FILE: file });

  expect(await known()).toContainEqual({ code: 'ar', name: 'العربية' });
  const terms = documentsOf(cms.strapi, 'api::glossary-term.glossary-term');
  const id = await terms.create('en', { term: 'Relapse', definition: 'A return of symptoms.' }, 'published');
  await terms.save(id, 'ar', { term: 'انتكاسة', definition: 'عودة الأعراض.' }, 'published');
  expect(await terms.read(id, 'ar', 'published')).toMatchObject({ term: 'انتكاسة', slug: expect.stringMatching(/^[a-z0-9-]+$/) });

  const untranslated = { term: 'Schub', definition: 'A return of symptoms.' };
  expect(await faultsOf(() => terms.save(id, 'de', untranslated, 'published'))).toEqual({ definition: 'This is still the English text. Translate it into German.' });
  fs.rmSync(path.dirname(file), { recursive: true });
});
