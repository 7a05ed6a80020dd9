// Measures how fast this build serves pages on this machine.
import process from 'node:process';

import { buildWeb } from '../lib/build.mjs';
import { inRoot, root } from '../lib/paths.mjs';
import { runNode } from '../lib/processes.mjs';
import { readSettings } from '../lib/settings.mjs';
import { stopOnSignals } from '../lib/system.mjs';

stopOnSignals();
const env = readSettings(root);
await buildWeb(env);
await runNode('bench', [inRoot('bench/speed/speed.mjs'), ...process.argv.slice(2)], { cwd: root, env, show: true });
process.exit(0);
