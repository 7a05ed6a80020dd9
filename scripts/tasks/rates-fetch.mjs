// Fetches exchange rates once, now, and says how it went. The CMS may be running.
import process from 'node:process';

import { inRoot, root } from '../lib/paths.mjs';
import { startNode } from '../lib/processes.mjs';
import { readSettings } from '../lib/settings.mjs';

const { ended } = startNode('rates', [inRoot('cms/commands/fetch-rates.ts')], { cwd: inRoot('cms'), env: { ...readSettings(root), NODE_ENV: 'production' }, show: true });
process.exit(await ended);
