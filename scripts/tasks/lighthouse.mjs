// Asks Lighthouse what it thinks of this build.
import { buildWeb } from '../lib/build.mjs';
import { inRoot, root } from '../lib/paths.mjs';
import { runNode } from '../lib/processes.mjs';
import { readSettings } from '../lib/settings.mjs';

const env = readSettings(root);
await buildWeb(env);
await runNode('lighthouse', [inRoot('bench/lighthouse.mjs')], { cwd: root, env, show: true });
