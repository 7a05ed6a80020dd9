import type { BlockView } from './blocks';
import type { Amount, RateNote } from './cost';
import type { Figure } from './media';
import type { DocumentLink, DocumentPage, Phrase } from './page';
import type { PersonCard } from './person';
import type { RichNode, TermView } from './rich-text';
import type { SourceView } from './source';

export interface ArticleCard {
  documentId: string;
  path: string;
  lang: string | null;
  title: string;
  summary: string;
  cover: Figure | null;
  readingMinutes: number;
  reviewedOn: string | null;
}

export interface ContentsEntry { id: string; label: string; level: 2 | 3; lang: string | null }

/** A treatment in the margin of an article, with what is known of it. */
export interface TreatmentGlance extends DocumentLink {
  /** In the language of the link. */
  evidence: string | null;
  stayDays: { from: number; to: number } | null;
  /** The lowest price in the visitor's currency; `approximate` where it was converted. */
  from: { amount: Amount; approximate: boolean } | null;
}

export interface ArticlePage extends DocumentPage {
  summary: string;
  cover: Figure | null;
  /** Where all its treatments share it. */
  specialty: Phrase | null;
  readingMinutes: number;
  author: PersonCard | null;
  medicalReviewer: PersonCard | null;
  reviewedOn: string | null;
  reviewDueOn: string | null;
  reviewOverdue: boolean;
  changeNote: string | null;
  changedOn: string | null;
  contents: ContentsEntry[];
  blocks: BlockView[];
  keyTakeaways: RichNode[];
  /** The terms of the glossary that its texts mark, in order. */
  terms: TermView[];
  treatments: TreatmentGlance[];
  conditions: DocumentLink[];
  /** How sums of this page were converted; null where nothing was. */
  rate: RateNote | null;
  /** Cited ones in order of first use. */
  sources: SourceView[];
  furtherReading: SourceView[];
  related: ArticleCard[];
  requestPath: string;
}
