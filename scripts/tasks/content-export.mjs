// Writes all content with its files into one archive, from which content:import makes it anew on any database.
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

import { buildCms } from '../lib/build.mjs';
import { archivePath, transfer } from '../lib/content.mjs';
import { archiveExists, fail, usage } from '../lib/messages.mjs';
import { settingsWithFolders } from '../lib/system.mjs';

const [name, ...rest] = process.argv.slice(2);
if (!name || rest.length > 0) fail(usage('content:export -- FILE'));
const file = archivePath(name);
if (existsSync(file)) fail(archiveExists(file));

const env = settingsWithFolders();
await buildCms(env);
mkdirSync(path.dirname(file), { recursive: true });
await transfer('export', file, env);
console.log(file);
