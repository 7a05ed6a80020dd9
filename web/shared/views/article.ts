import type { BlockView } from './blocks';
import type { Amount, RateNote } from './cost';
import type { Figure } from './media';
import type { DocumentLink, DocumentPage } from './page';
import type { PersonCard } from './person';
import type { RichNode } from './rich-text';
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

export interface ArticlePage extends DocumentPage {
  summary: string;
  cover: Figure | null;
  specialty: string | null;
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
  treatments: DocumentLink[];
  conditions: DocumentLink[];
  /** Of the first treatment: what stands in the margin. */
  facts: { evidence: string | null; stayDays: { from: number; to: number } | null; from: Amount | null };
  /** How sums of this page were converted; null where nothing was. */
  rate: RateNote | null;
  /** Cited ones in order of first use. */
  sources: SourceView[];
  furtherReading: SourceView[];
  related: ArticleCard[];
  requestPath: string;
}
