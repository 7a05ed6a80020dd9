import type { DocumentLink, Paged } from './page';
import type { RichNode } from './rich-text';

export interface ReviewView {
  documentId: string;
  /** Its place on the reviews page: `/ru/reviews#review-<slug>`. */
  path: string;
  slug: string;
  /** Language of the words, where it is not the page's. */
  lang: string | null;
  /** The locale it was written in; with `translatedBy` where this is a translation. */
  writtenIn: string;
  translatedBy: string | null;
  title: string;
  quote: string | null;
  nodes: RichNode[];
  displayName: string;
  country: string | null;
  age: number | null;
  diseaseCourse: 'relapsing_remitting' | 'secondary_progressive' | 'primary_progressive' | 'not_applicable' | null;
  yearsSinceDiagnosis: number | null;
  treatedOn: string | null;
  rating: number | null;
  verificationMethod: 'documents' | 'clinic_confirmation' | 'phone_call' | 'none';
  verifiedOn: string | null;
  fictitious: boolean;
  clinic: DocumentLink | null;
  treatment: DocumentLink | null;
}

export type Verification = ReviewView['verificationMethod'];

export interface ReviewsView extends Paged<ReviewView> {
  filter: { verification: Verification | null };
  /** How many there are of each, those that nobody has left out, and this page with them alone. */
  counts: { verification: Verification; count: number; path: string }[];
  /** How many there are of all. */
  all: number;
  /** The page that says how stories are verified; null where there is none. */
  policyPath: string | null;
}
