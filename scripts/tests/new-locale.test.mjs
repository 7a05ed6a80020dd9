import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { buildCms } from '../lib/build.mjs';
import { inRoot, root } from '../lib/paths.mjs';
import { readSettings } from '../lib/settings.mjs';
import { isSilent, runSystem } from './support/run-system.mjs';

const LEFT_OUT = /(^|\/)(node_modules|\.git|dist|\.nuxt|\.output|\.tmp|\.data|\.env|uploads)$/;

let copy;
beforeAll(async () => {
  copy = mkdtempSync(path.join(tmpdir(), 'polyclinic-locale-'));
  cpSync(root, copy, { recursive: true, filter: source => !LEFT_OUT.test(source) });
  for (const folder of ['', 'cms', 'web', 'shared-types']) symlinkSync(inRoot(folder, 'node_modules'), path.join(copy, folder, 'node_modules'));
  // The CMS needs no new build for a new locale: it reads the list when it starts.
  await buildCms(readSettings(root));
  cpSync(inRoot('cms/dist'), path.join(copy, 'cms/dist'), { recursive: true });
  cpSync(inRoot('.data/stamps/cms'), path.join(copy, '.data/stamps/cms'));
}, 600_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('a new locale takes one entry in locales.json and one catalogue', { timeout: 600_000 }, async () => {
  const list = path.join(copy, 'locales.json');
  const locales = JSON.parse(readFileSync(list, 'utf8'));
  writeFileSync(list, JSON.stringify([...locales, { code: 'de', name: 'Deutsch', dir: 'ltr' }]));
  // German by machine: each message of the English catalogue, marked.
  const catalogue = readFileSync(path.join(copy, 'web/i18n/locales/en.json'), 'utf8');
  writeFileSync(path.join(copy, 'web/i18n/locales/de.json'), catalogue.replaceAll(/: "(?=[A-Z])/g, ': "Auf Deutsch: '));

  const system = await runSystem(copy, {});
  try {
    const home = await fetch(`${system.site}/de`).then(response => response.text());
    expect(home).toContain('lang="de"');
    expect(home).toMatch(/class="skip"[^>]*>Auf Deutsch: /);
    expect(home).toContain('Deutsch');

    const english = await fetch(`${system.site}/en/articles`).then(response => response.text());
    const [, slug] = /href="\/en\/articles\/([a-z-]+)"/.exec(english);
    const untranslated = await fetch(`${system.site}/de/articles/${slug}`);
    expect(untranslated.status).toBe(200);
    expect(await untranslated.text()).toMatch(/<html[^>]+lang="de"[\s\S]+lang="en"/);
  } finally {
    system.signal('SIGTERM');
  }
  expect(await isSilent(system.site, system.cms)).toBe(true);
});
