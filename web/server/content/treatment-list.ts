import { sectionPath } from '../../shared/paths';
import type { Paged } from '../../shared/views/page';
import type { TreatmentCard } from '../../shared/views/treatment';
import { languageLinksBy } from './parts/versions';
import { listTreatments } from './treatment-card';

/** All treatments of a locale: there are few enough for one page. */
export async function treatmentsPage(locale: string): Promise<Paged<TreatmentCard>> {
  const items = await listTreatments({ locale, words: locale });
  return { items, page: 1, pageCount: 1, total: items.length, languages: languageLinksBy(other => sectionPath('treatments', other)) };
}
