// Writes the shared types anew, after a change of a schema.
import { inRoot } from '../lib/paths.mjs';
import { runChecks } from '../lib/run-checks.mjs';

await runChecks([{ name: 'shared types', cwd: inRoot('shared-types'), args: ['generate.ts'] }]);
