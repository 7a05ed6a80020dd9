// Replaces all content and files by those of an archive.
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { createInterface } from 'node:readline/promises';

import { buildCms } from '../lib/build.mjs';
import { archivePath, describeTarget, transfer } from '../lib/content.mjs';
import { archiveMissing, cmsRuns, fail, importUnconfirmed, usage } from '../lib/messages.mjs';
import { lastCms, settingsWithFolders } from '../lib/system.mjs';

const args = process.argv.slice(2);
const [name, ...rest] = args.filter(arg => arg !== '--yes');
if (!name || rest.length > 0) fail(usage('content:import -- FILE [--yes]'));
const file = archivePath(name);
if (!existsSync(file)) fail(archiveMissing(file));

const env = settingsWithFolders();
// Its port may have been given on the other command's line alone.
for (const url of new Set([env.CMS_URL, existsSync(lastCms) ? readFileSync(lastCms, 'utf8') : env.CMS_URL])) {
  if (await fetch(`${url}/health/alive`).then(({ ok }) => ok, () => false)) fail(cmsRuns(url));
}
if (!args.includes('--yes')) await confirm(`This replaces all content and uploads of ${describeTarget(env)}. Type "yes" to go on: `);

await buildCms(env);
await transfer('import', file, env);

async function confirm(question) {
  if (!process.stdin.isTTY) fail(importUnconfirmed());
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question);
  terminal.close();
  if (answer.trim().toLowerCase() !== 'yes') fail('Nothing was changed.');
}
