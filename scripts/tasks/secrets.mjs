// Makes the files of the secrets for docker-compose.yml. It needs no package, so that it runs where only containers do.
import { root } from '../lib/paths.mjs';
import { writeSecretFiles } from '../lib/settings.mjs';

const made = writeSecretFiles(root);
console.log(made.length > 0 ? `Made in .secrets, which is for you alone: ${made.join(', ')}` : 'All secrets are in .secrets; nothing was changed.');
