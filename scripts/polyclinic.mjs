// The one entry of all root commands. It runs on any Node and needs no package: it brings
// the packages (with the pinned pnpm, through npx) and Node 24, then hands the task over.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

import { ensureInstalled } from './lib/install.mjs';
import { endWithParent } from './lib/leash.mjs';
import { fail, nodeTooOld, noSuitableNode, unknownTask } from './lib/messages.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [task, ...args] = process.argv.slice(2);
const taskFile = path.join(root, 'scripts/tasks', `${String(task).replaceAll(':', '-')}.mjs`);
const major = Number(process.versions.node.split('.')[0]);

if (major < 20) fail(nodeTooOld(process.versions.node));
if (!task || !existsSync(taskFile)) fail(unknownTask(task));

await ensureInstalled(root);

const packagedNode = path.join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
const node = major === 24 ? process.execPath : packagedNode;
if (!existsSync(node)) fail(noSuitableNode(process.versions.node));

const child = spawn(node, [taskFile, ...args], {
  cwd: root,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: {
    ...process.env,
    PATH: [path.dirname(node), path.join(root, 'node_modules/.bin'), process.env.PATH].join(path.delimiter),
  },
});
endWithParent(() => child.kill('SIGTERM'));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
