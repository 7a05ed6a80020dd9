import { afterAll, beforeAll, expect, test } from 'vitest';

import { startCms, type Cms } from '../../../cms/tests/helpers/cms';
import { findAll } from '../../server/cms/client';
import { articleQuery } from '../../server/content/article-query';
import { resolveLinks } from '../../server/content/parts/links';
import { collectReferences } from '../../server/content/parts/references';
import { localeCodes } from '../../shared/locales';

let cms: Cms;

beforeAll(async () => {
  cms = await startCms();
  process.env.CMS_URL = cms.url;
});

afterAll(() => cms.stop());

/*
 * A link that leads nowhere is shown as plain words and a citation of nothing is not shown at all, so nobody would notice.
 * To mend a failure: correct the link or the key in `cms/seed/<locale>`, or add the document or the source that it names.
 */
test.each(localeCodes)('no published text in %s links to what is not there or cites a source that does not exist', async (locale) => {
  const [sources, ...content] = await Promise.all([
    findAll('source', { fields: ['citationKey'] }),
    findAll('article', { ...articleQuery, locale }),
    findAll('treatment', { locale, populate: { steps: true, eligibility: true } }),
    findAll('clinic', { locale }),
    findAll('condition', { locale }),
    findAll('person', { locale }),
    findAll('review', { locale }),
    findAll('page', { locale }),
    findAll('safety-notice', { locale }),
    findAll('glossary-term', { locale }),
  ]);
  const known = new Set(sources.map(source => source.citationKey));
  const faults: string[] = [];
  for (const document of content.flat()) {
    const { citationKeys, hrefs } = collectReferences(document);
    const resolve = await resolveLinks(hrefs, locale);
    const slug = 'slug' in document ? document.slug : document.documentId;
    for (const key of citationKeys) if (!known.has(key)) faults.push(`${slug} cites @${key}`);
    for (const href of hrefs) if (resolve(href) === null) faults.push(`${slug} links to ${href}`);
  }
  expect(faults).toEqual([]);
});
