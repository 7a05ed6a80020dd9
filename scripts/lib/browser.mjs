import { createRequire } from 'node:module';

import { browserProgram } from '../../web/tests/e2e/support/browser-program.ts';
import { inRoot } from './paths.mjs';

/**
 * @param {string[]} more arguments beside the usual ones
 * @returns {Promise<import('playwright-core').Browser>} a running headless browser
 */
export async function launchBrowser(more = []) {
  const { chromium } = createRequire(inRoot('web/package.json'))('playwright-core');
  const program = await browserProgram();
  return chromium.launch({ ...program, args: [...program.args, ...more] });
}
