// Hands a saved page to the importer, with the settings of the running system.
import process from 'node:process';

import { inRoot, root } from '../lib/paths.mjs';
import { startNode } from '../lib/processes.mjs';
import { readSettings } from '../lib/settings.mjs';

const { ended } = startNode('import', [inRoot('cms/import/main.ts'), ...process.argv.slice(2)], { cwd: process.env.INIT_CWD ?? root, env: readSettings(root), show: true });
process.exit(await ended);
