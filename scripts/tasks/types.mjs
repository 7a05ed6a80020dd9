// Checks the types of all packages.
import { typeChecks } from '../lib/checks.mjs';
import { runChecks } from '../lib/run-checks.mjs';

await runChecks(typeChecks);
