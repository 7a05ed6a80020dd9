import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

import { databases } from './databases.ts';
import { digestOf, filesBelow } from './files.ts';
import { cmsRoot, distRoot, projectRoot } from './paths.ts';
import { generateSecrets, storageSettings } from './settings.ts';

/** `seeded` holds the demo content, `empty` only what the CMS itself makes when it starts. */
export type TemplateKind = 'seeded' | 'empty';

const makerGivesUpAfterMs = 10 * 60 * 1000;

/**
 * Gives the folder that holds the uploads (`public/`) and secrets (`secrets.json`) of a ready database; a PostgreSQL database
 * has the folder's name, an SQLite file lies in it. It is made once per content of the compiled server, the seed and the list of
 * locales; on PostgreSQL, which is gone after each run, once per run.
 */
export async function templateFor(kind: TemplateKind): Promise<string> {
  const sources = filesBelow(distRoot).filter(file => !/(\.tsbuildinfo|\.map)$|[\\/]build[\\/]/.test(file));
  const seed = kind === 'seeded' ? ['seed', 'rich-text'].flatMap(folder => filesBelow(path.join(cmsRoot, folder))) : [];
  const folder = path.join(databases().templates, `${kind}-${digestOf([...sources, ...seed, path.join(projectRoot, 'locales.json')])}`);
  await onlyOneMakes(folder, () => makeTemplate(kind, folder));
  return folder;
}

/** Several test workers ask for the same template at once: the first makes it, the others wait. */
async function onlyOneMakes(folder: string, make: () => Promise<void>): Promise<void> {
  const lock = `${folder}.lock`;
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  while (!fs.existsSync(folder)) {
    try {
      fs.mkdirSync(lock);
    } catch {
      const age = Date.now() - (fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > makerGivesUpAfterMs) fs.rmSync(lock, { recursive: true, force: true });
      await delay(200);
      continue;
    }
    try {
      if (!fs.existsSync(folder)) await make();
    } finally {
      fs.rmSync(lock, { recursive: true, force: true });
    }
  }
}

async function makeTemplate(kind: TemplateKind, folder: string): Promise<void> {
  const draft = `${folder}.draft`;
  const { templates, create, drop } = databases();
  const name = path.basename(folder);
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(path.join(draft, 'public', 'uploads'), { recursive: true });
  // Of a maker that did not finish.
  await drop(name);
  await create(name);
  const secrets = generateSecrets();
  fs.writeFileSync(path.join(draft, 'secrets.json'), JSON.stringify(secrets));
  await promisify(execFile)(process.execPath, [path.join(import.meta.dirname, 'make-template.ts'), kind], {
    cwd: cmsRoot,
    env: { ...process.env, ...secrets, ...storageSettings(name, draft) },
    maxBuffer: 16 * 1024 * 1024,
  });
  fs.renameSync(draft, folder);
  for (const entry of fs.readdirSync(templates)) {
    const other = path.join(templates, entry);
    const isOld = Date.now() - fs.statSync(other).mtimeMs > 24 * 60 * 60 * 1000;
    if (entry.startsWith(`${kind}-`) && isOld) fs.rmSync(other, { recursive: true, force: true });
  }
}
