import { createRequire } from 'node:module';

import { browserProgram } from '../../web/tests/e2e/support/browser-program.ts';
import { inRoot } from './paths.mjs';

/** @returns {Promise<import('playwright-core').Browser>} a running headless browser */
export async function launchBrowser() {
  const { chromium } = createRequire(inRoot('web/package.json'))('playwright-core');
  return chromium.launch(await browserProgram());
}
