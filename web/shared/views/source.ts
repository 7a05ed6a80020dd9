export type StudyDesign =
  | 'randomised_controlled_trial'
  | 'systematic_review'
  | 'open_label_trial'
  | 'cohort_study'
  | 'case_series'
  | 'registry'
  | 'guideline'
  | 'narrative_review';

/** A reference named beside a price or a notice; `lang` is the language of its title. */
export interface SourceLink {
  label: string;
  lang: string;
  href: string | null;
  fictitious: boolean;
}

/** A place that cites a source: its anchor, and the heading under which it stands with that heading's language. */
export interface SourceUse {
  id: string;
  section: { label: string; lang: string } | null;
}

/** A reference as the list of sources shows it. */
export interface SourceView {
  key: string;
  /** Its number in order of first use; null for further reading. */
  number: number | null;
  title: string;
  /** Also that in which publisher and sponsor are named. */
  titleLanguage: string;
  type: string;
  authors: string | null;
  publisher: string | null;
  year: number | null;
  /** DOI, PubMed, trial register or web address: the best that is known, with what it is. */
  links: { kind: 'doi' | 'pmid' | 'trial' | 'url'; label: string; href: string }[];
  studyDesign: StudyDesign | null;
  sampleSize: number | null;
  sponsor: string | null;
  retracted: boolean;
  accessedOn: string | null;
  fictitious: boolean;
  /** The places that cite it, in order. */
  uses: SourceUse[];
}
