// Loaded with `--import` into the servers, which know nothing of their launcher.
import process from 'node:process';

import { endWithParent } from './leash.mjs';

endWithParent(() => {
  process.kill(process.pid, 'SIGTERM');
  // A server that is busy with something else must not outlive its parent for long.
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 5000).unref();
});
