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

/** How what is known of a patient compares with one criterion of a treatment. */
export interface CriterionFit {
  key: string;
  /** The criterion in words. */
  text: string;
  /** Null where the story does not say what the criterion asks for. */
  fits: boolean | null;
  /** What the story says of it. */
  known: { dimension: 'age' | 'years_since_diagnosis'; value: number } | { dimension: 'disease_course'; value: DiseaseCourse } | null;
}

/** A story held against the criteria of one treatment, which are told in the language of its link. */
export interface StoryFit {
  treatment: DocumentLink;
  criteria: CriterionFit[];
}

export type DiseaseCourse = NonNullable<ReviewView['diseaseCourse']>;

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
