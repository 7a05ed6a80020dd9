// Writes the generated files of ops/nginx anew, after a change of the response headers or of the words of an outage.
import { writeFileSync } from 'node:fs';

import { generatedFiles } from '../lib/nginx.mjs';
import { inRoot } from '../lib/paths.mjs';

for (const [name, text] of Object.entries(generatedFiles())) writeFileSync(inRoot('ops/nginx', name), text);
