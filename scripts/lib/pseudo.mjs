import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';

import { pseudoCatalogue, pseudoLocales } from '../../web/tests/pseudo/support/pseudo.ts';
import { programs } from './build.mjs';
import { onceFor } from './fingerprint.mjs';
import { inRoot } from './paths.mjs';
import { runNode } from './processes.mjs';

const copy = (...parts) => inRoot('.data/pseudo', ...parts);
const PARTS = ['app', 'i18n', 'modules', 'public', 'server', 'shared', 'catalogues.ts', 'nuxt.config.ts', 'package.json', 'tsconfig.json'];
const readJson = file => JSON.parse(readFileSync(file, 'utf8'));

/** The list of locales with the pseudo-locales at its end, for the CMS; and the site that was built with it. */
export const pseudoList = copy('locales.json');
export const pseudoSite = copy('web/.output/server/index.mjs');

/**
 * Builds the site with the pseudo-locales, unless it is there: of a copy of its sources, with a longer list of locales and two more
 * catalogues. The site itself has no place where further locales could come in.
 */
export const buildPseudo = env => onceFor({
  stamp: inRoot('.data/stamps/pseudo'),
  of: [...PARTS.flatMap(part => [`web/${part}`, `web/${part}/**`]), 'web/tests/pseudo/support/pseudo.ts', 'locales.json', 'pnpm-lock.yaml'],
  result: pseudoSite,
  make: async () => {
    rmSync(copy(), { recursive: true, force: true });
    mkdirSync(copy('web'), { recursive: true });
    for (const part of PARTS) cpSync(inRoot('web', part), copy('web', part), { recursive: true });
    symlinkSync(inRoot('web/node_modules'), copy('web/node_modules'));
    writeFileSync(pseudoList, JSON.stringify([...readJson(inRoot('locales.json')), ...pseudoLocales]));
    const english = readJson(inRoot('web/i18n/locales/en.json'));
    for (const locale of pseudoLocales) writeFileSync(copy('web/i18n/locales', `${locale.code}.json`), JSON.stringify(pseudoCatalogue(english, locale)));

    const options = { cwd: copy('web'), env: { ...env, NODE_ENV: 'production' } };
    await runNode('prepare-pseudo', [programs.nuxt, 'prepare'], options);
    await runNode('build-pseudo', [programs.nuxt, 'build'], options);
  },
});
