// Checks form, import directions and dead code. `npm run lint -- --fix` mends what can be mended by machine.
import process from 'node:process';

import { lintChecks } from '../lib/checks.mjs';
import { runChecks } from '../lib/run-checks.mjs';

const fix = process.argv.includes('--fix');
await runChecks(lintChecks.map(check => fix && check.name === 'lint' ? { ...check, args: [...check.args, '--fix'] } : check));
