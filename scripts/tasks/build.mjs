// Builds CMS, admin and site, where they are stale.
import { buildCms, buildWeb } from '../lib/build.mjs';
import { root } from '../lib/paths.mjs';
import { readSettings } from '../lib/settings.mjs';
import { step } from '../lib/steps.mjs';

const env = readSettings(root);
await step('CMS and its admin', () => buildCms(env));
await step('Site', () => buildWeb(env));
