import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

import { inRoot } from './paths.mjs';

const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
const ofSite = createRequire(inRoot('web/package.json'));

/**
 * The browser that `CHROMIUM_PATH` names, the machine's own, or the one that comes with the packages (Linux x64).
 *
 * @returns {Promise<{ executablePath: string, args: string[] }>} launch options for Playwright
 */
async function browserProgram() {
  const installed = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(file => file && existsSync(file));
  if (installed) return { executablePath: installed, args: QUIET };
  const { default: packaged } = await import(pathToFileURL(ofSite.resolve('@sparticuz/chromium')).href);
  return { executablePath: await packaged.executablePath(), args: [...packaged.args, ...QUIET] };
}

/** @returns {Promise<import('playwright-core').Browser>} a running headless browser */
export async function launchBrowser() {
  const { chromium } = ofSite('playwright-core');
  return chromium.launch(await browserProgram());
}
