import type { TestProject } from 'vitest/node';

import { buildPseudo } from '../../../../scripts/lib/pseudo.mjs';
import { launchBrowser } from '../../e2e/support/browser';
import { crawl } from '../../e2e/support/crawl';
import { addPseudoContent, changeDatabase, factsIn, untranslated } from './content';
import { startPseudo } from './programs';
import { pseudoLocales } from './pseudo';

declare module 'vitest' {
  interface ProvidedContext {
    facts: string[];
  }
}

/** Runs once before all suites: the site and the demo content with the pseudo-locales, a browser, and a walk through their pages. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildPseudo(process.env);
  const facts: string[] = [];
  const site = await startPseudo(file => changeDatabase(file, addPseudoContent, db => facts.push(...factsIn(db))));
  const browser = await launchBrowser();
  const stop = () => Promise.all([browser.close(), site.stop()]).then(() => {});
  try {
    const starts = pseudoLocales.flatMap(({ code }) => [`/${code}`, `/${code}/articles/${untranslated}`]);
    const within = (path: string) => pseudoLocales.some(({ code }) => path.split('/')[1] === code);
    project.provide('facts', facts);
    project.provide('siteUrl', site.url);
    project.provide('browserEndpoint', browser.wsEndpoint());
    project.provide('siteMap', await crawl(site.url, starts, within));
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
