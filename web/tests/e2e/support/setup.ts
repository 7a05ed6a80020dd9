import type { TestProject } from 'vitest/node';

import { localeCodes } from '../../../shared/locales';
import { launchBrowser } from './browser';
import { crawl, type SiteMap } from './crawl';
import { startCms, startSite } from './programs';

declare module 'vitest' {
  interface ProvidedContext {
    siteUrl: string;
    browserEndpoint: string;
    siteMap: SiteMap;
  }
}

/** Runs once before all suites: the CMS with the demo content, the built site on it, a browser, and a walk through all pages. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const ends: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of ends.reverse()) await end();
  };
  try {
    const cms = await startCms();
    ends.push(cms.stop);
    const site = await startSite(cms.url, cms.readToken);
    ends.push(site.stop);
    const browser = await launchBrowser();
    ends.push(() => browser.close());
    project.provide('siteUrl', site.url);
    project.provide('browserEndpoint', browser.wsEndpoint());
    project.provide('siteMap', await crawl(site.url, localeCodes.map(code => `/${code}`)));
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
