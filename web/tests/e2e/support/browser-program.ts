import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import packaged, { inflate } from '@sparticuz/chromium';

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

export interface BrowserProgram {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

/**
 * The browser that `CHROMIUM_PATH` names, the machine's own, or the one that comes with the packages (Linux x64),
 * as launch options for Playwright.
 */
export async function browserProgram(): Promise<BrowserProgram> {
  const installed = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome']
    .find(path => path !== undefined && existsSync(path));
  return installed === undefined ? packagedProgram() : { executablePath: installed, args: quiet, env: environment() };
}

/** The package carries the libraries and fonts that a bare machine lacks; by itself it unpacks the libraries on AWS alone. */
async function packagedProgram(): Promise<BrowserProgram> {
  const libraries = join(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '../../bin/al2023.tar.br');
  const [executablePath, unpacked] = await Promise.all([packaged.executablePath(), inflate(libraries)]);
  const env = environment();
  return {
    executablePath,
    // Not the package's own arguments: they make one process of the browser, which then dies with the first page that is closed.
    args: quiet,
    env: {
      ...env,
      LD_LIBRARY_PATH: [env['LD_LIBRARY_PATH'], join(unpacked, 'lib')].filter(Boolean).join(delimiter),
      FONTCONFIG_PATH: env['FONTCONFIG_PATH'] ?? (existsSync('/etc/fonts') ? '/etc/fonts' : join(tmpdir(), 'fonts')),
    },
  };
}

function environment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
