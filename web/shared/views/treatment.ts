import type { ClinicCard, SafetyNoticeView } from './clinic';
import type { ArticleCard } from './article';
import type { CostRow, RateNote } from './cost';
import type { DocumentLink, DocumentPage } from './page';
import type { Inline, RichNode, TermView } from './rich-text';
import type { SourceView } from './source';

export interface TreatmentCard {
  documentId: string;
  path: string;
  lang: string | null;
  name: string;
  specialty: string;
  summary: string;
}

export interface TreatmentPage extends DocumentPage {
  name: string;
  specialty: string;
  summary: string;
  evidenceSummary: string | null;
  stayDays: { from: number; to: number } | null;
  notices: SafetyNoticeView[];
  steps: { key: string; lang: string | null; title: string; description: Inline[]; days: { from: number; to: number } | null }[];
  /** Sum of the steps that state a duration. */
  stepDays: { from: number; to: number } | null;
  eligibility: { key: string; lang: string | null; text: Inline[] }[];
  eligibilityNote: RichNode[];
  risks: RichNode[];
  contraindications: RichNode[];
  aftercare: RichNode[];
  questions: RichNode[];
  conditions: DocumentLink[];
  clinics: ClinicCard[];
  costs: CostRow[];
  rate: RateNote | null;
  articles: ArticleCard[];
  /** The terms of the glossary that its texts mark, in order. */
  terms: TermView[];
  sources: SourceView[];
}
