import type { PagedType } from '../paths';
import type { ArticlePage } from './article';
import type { ClinicPage } from './clinic';
import type { ConditionPage } from './condition';
import type { PersonPage } from './person';
import type { StaticPage } from './static-page';
import type { TreatmentPage } from './treatment';

interface PreviewedPages {
  article: ArticlePage;
  treatment: TreatmentPage;
  clinic: ClinicPage;
  condition: ConditionPage;
  person: PersonPage;
  page: StaticPage;
}

/** The page of a document, as it would be shown to readers. */
export type PreviewedPage = { [Type in PagedType]: { type: Type; page: PreviewedPages[Type] } }[PagedType];

/** Fields that a version is not published without. */
export type RequiredField = 'title' | 'name' | 'slug' | 'summary' | 'specialty' | 'city' | 'country' | 'role' | 'body';

/** What the bar above the page says of it. */
export interface PreviewNote {
  status: 'draft' | 'published';
  /** Whether there is a version in the page's language at all. */
  exists: boolean;
  missing: RequiredField[];
  /** When the address ends, as an ISO date with time. */
  expires: string;
  /** Where the version is written. */
  editUrl: string;
  /** Where readers find it; null where it is not published. */
  livePath: string | null;
}

/** An address whose hour is over says where a new one can be had. */
export type Preview = { expired: false; shown: PreviewedPage; note: PreviewNote } | { expired: true; editUrl: string };
