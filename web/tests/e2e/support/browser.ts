import { chromium, type Browser, type BrowserServer } from 'playwright-core';
import { inject } from 'vitest';

import { browserProgram } from './browser-program';

/** One browser for all suites. */
export async function launchBrowser(): Promise<BrowserServer> {
  return chromium.launchServer(await browserProgram());
}

/** The running browser, from within a suite. */
export async function connectBrowser(): Promise<Browser> {
  return chromium.connect(inject('browserEndpoint'));
}
