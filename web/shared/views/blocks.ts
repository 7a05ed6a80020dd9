import type { ClinicCard } from './clinic';
import type { CostRow } from './cost';
import type { Figure } from './media';
import type { ReviewView, StoryFit } from './review';
import type { CitationRun, Inline, RichNode } from './rich-text';
import type { SourceView } from './source';

/** `lang` is set where the block is shown in the source language because this version lacks it. */
interface BlockBase {
  key: string;
  lang: string | null;
}

export interface TextBlock extends BlockBase { type: 'block.text'; nodes: RichNode[] }
export interface FigureBlock extends BlockBase { type: 'shared.figure'; figure: Figure }
export interface CalloutBlock extends BlockBase { type: 'block.callout'; kind: 'note' | 'advice' | 'warning'; title: string; nodes: RichNode[] }
export interface ListBlock extends BlockBase {
  type: 'block.list';
  kind: 'check' | 'steps' | 'questions' | 'warning';
  title: string | null;
  items: Inline[][];
}
export interface EvidenceBlock extends BlockBase {
  type: 'evidence.claim';
  claim: Inline[];
  outcome: Inline[];
  /** Shares of people, 0 to 100, with what each is of: the outcome's, then that of the group compared with. */
  shares: { percent: number; label: string }[];
  grade: 'high' | 'moderate' | 'low' | 'very_low';
  source: SourceView | null;
  /** The use of that source: its number and the anchor that the source leads back to. */
  citation: CitationRun | null;
  contrary: Inline[];
  contrarySource: SourceView | null;
  contraryCitation: CitationRun | null;
}
export interface CostTableBlock extends BlockBase {
  type: 'block.cost-table';
  title: string;
  rows: CostRow[];
  note: Inline[];
  /** The costs page, filtered by this treatment. */
  comparePath: string;
}
export interface ClinicCardsBlock extends BlockBase { type: 'block.clinic-cards'; title: string | null; clinics: ClinicCard[] }
export interface PatientStoryBlock extends BlockBase { type: 'block.patient-story'; title: string | null; review: ReviewView; fits: StoryFit[] }
export interface VideoBlock extends BlockBase {
  type: 'block.video';
  title: string;
  provider: 'youtube' | 'vimeo';
  /** The page of the video at its provider: nothing is asked of it before the reader follows the link. */
  href: string;
  durationSeconds: number | null;
  transcript: RichNode[];
}
export interface FaqBlock extends BlockBase {
  type: 'block.faq';
  title: string | null;
  /** Id of the title, which is a heading of level 2 and stands in the contents. */
  headingId: string | null;
  items: { key: string; lang: string | null; question: string; answer: RichNode[] }[];
}
export interface CallToActionBlock extends BlockBase { type: 'block.call-to-action'; title: string; text: Inline[]; requestPath: string }

export type BlockView =
  | TextBlock
  | FigureBlock
  | CalloutBlock
  | ListBlock
  | EvidenceBlock
  | CostTableBlock
  | ClinicCardsBlock
  | PatientStoryBlock
  | VideoBlock
  | FaqBlock
  | CallToActionBlock;
