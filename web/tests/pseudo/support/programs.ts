import { pseudoList, pseudoSite } from '../../../../scripts/lib/pseudo.mjs';
import type { Running } from '../../e2e/support/processes';
import { startCms, startSite } from '../../e2e/support/programs';

/** The site that was built with the pseudo-locales, on a CMS that knows them. */
export async function startPseudo(prepare: (file: string) => void): Promise<Running> {
  const cms = await startCms(prepare, { LOCALES_FILE: pseudoList });
  const site = await startSite(cms.url, cms.readToken, { program: pseudoSite }).catch(async (error: unknown) => {
    await cms.stop();
    throw error;
  });
  return { ...site, stop: () => site.stop().then(cms.stop) };
}
