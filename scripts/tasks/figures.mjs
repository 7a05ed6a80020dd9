// Measures this build on this machine.
import { buildWeb } from '../lib/build.mjs';
import { inRoot, root } from '../lib/paths.mjs';
import { runNode } from '../lib/processes.mjs';
import { readSettings } from '../lib/settings.mjs';

const env = readSettings(root);
await buildWeb(env);
await runNode('figures', [inRoot('bench/figures.mjs')], { cwd: root, env, show: true });
