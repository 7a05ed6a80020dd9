import { existsSync } from 'node:fs';

import packaged from '@sparticuz/chromium';
import { chromium, type Browser, type BrowserServer } from 'playwright-core';
import { inject } from 'vitest';

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

/** One browser for all suites: the one that `CHROMIUM_PATH` names, the machine's own, or the packaged one. */
export async function launchBrowser(): Promise<BrowserServer> {
  const installed = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome']
    .find(path => path !== undefined && existsSync(path));
  return installed === undefined
    ? chromium.launchServer({ executablePath: await packaged.executablePath(), args: [...packaged.args, ...quiet] })
    : chromium.launchServer({ executablePath: installed, args: quiet });
}

/** The running browser, from within a suite. */
export async function connectBrowser(): Promise<Browser> {
  return chromium.connect(inject('browserEndpoint'));
}
