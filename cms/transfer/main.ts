import { chmodSync } from 'node:fs';

import { runAsCommand } from '../commands/run.ts';
import { exportContent, importContent, type Moved } from './transfer.ts';

// Run as `node main.ts export|import FILE`, with the system's settings in the environment.
const [direction, file = ''] = process.argv.slice(2);

await runAsCommand(async (strapi, { log }) => {
  if (direction === 'import') return report('Imported', await importContent(strapi, file), log);
  const moved = await exportContent(strapi, file);
  // Drafts are in it.
  chmodSync(file, 0o600);
  report('Exported', moved, log);
});

function report(done: string, { entries, relations, files, warnings }: Moved, log: (line: string) => void): void {
  for (const warning of warnings) log(`  Left out: ${warning}`);
  log(`${done} ${entries} entries, ${relations} relations and ${files} files.`);
}
