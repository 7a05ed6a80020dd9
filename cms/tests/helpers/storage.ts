import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { databases } from './databases.ts';
import { storageSettings, type Settings } from './settings.ts';
import { templateFor, type TemplateKind } from './template.ts';

/** A database and uploads of one's own, which start as a copy of a template. */
export interface Storage {
  /** All settings that a CMS on it needs; the secrets too. */
  settings: Settings;
  remove(): Promise<void>;
}

/** Makes a database and its uploads for one suite. */
export async function makeStorage(kind: TemplateKind): Promise<Storage> {
  const { create, drop } = databases();
  const template = await templateFor(kind);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'polyclinic-cms-'));
  const name = path.basename(folder);
  fs.cpSync(template, folder, { recursive: true });
  await create(name, path.basename(template));
  const secrets: Settings = JSON.parse(fs.readFileSync(path.join(folder, 'secrets.json'), 'utf8'));
  return {
    settings: { ...secrets, ...storageSettings(name, folder) },
    async remove() {
      await drop(name);
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
