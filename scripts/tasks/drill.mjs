// Runs the long fault drills: all of them, or those whose names are given; with `--short` as the tests do.
import process from 'node:process';

import { drills } from '../../bench/drills/drills.ts';
import { writeReport } from '../../bench/drills/support/report.ts';
import { buildWeb } from '../lib/build.mjs';
import { fail } from '../lib/messages.mjs';
import { root } from '../lib/paths.mjs';
import { readSettings } from '../lib/settings.mjs';
import { stopOnSignals } from '../lib/system.mjs';

const args = process.argv.slice(2);
const size = args.includes('--short') ? 'short' : 'long';
const wanted = args.filter(arg => !arg.startsWith('--'));
const names = Object.keys(drills).filter(name => wanted.length === 0 || wanted.some(each => name === each || name.startsWith(`${each}-`)));
if (names.length === 0) fail(`There is no drill "${wanted.join('", "')}". There are: ${Object.keys(drills).join(', ')}.`);

stopOnSignals();
await buildWeb(readSettings(root));
let broken = 0;
for (const name of names) {
  console.log(`\n${name}`);
  const report = await drills[name](size);
  for (const [figure, value] of Object.entries(report.figures)) console.log(`  ${figure}: ${JSON.stringify(value)}`);
  for (const fault of report.broken) console.error(`  BROKEN ${fault}`);
  console.log(`  ${writeReport(name, size, report)}`);
  broken += report.broken.length;
}
process.exit(broken === 0 ? 0 : 1);
