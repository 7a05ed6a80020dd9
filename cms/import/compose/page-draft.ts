import type { BlockNode } from '../../rich-text/blocks.ts';
import type { PageFigure } from '../read/units.ts';
import type { VideoRef } from '../read/videos.ts';

/**
 * What a page becomes, before anything is written. `said` keeps the page's own words where the model keeps a fact in their place,
 * so that the report can show both.
 */
export interface PageDraft {
  identity: string;
  locale: string;
  title: string;
  summary: string;
  /** For search engines. */
  description: string | null;
  cover: PageFigure | null;
  body: DraftBlock[];
  keyTakeaways: BlockNode[];
  clinics: ClinicDraft[];
  /** What the prices are of, as the page's heading says; null where the page has no prices. */
  treatment: string | null;
  costs: CostRow[];
  sources: SourceDraft[];
  related: RelatedLink[];
  reviews: ReviewDraft[];
}

export type DraftBlock =
  | { __component: 'block.text'; body: BlockNode[] }
  | { __component: 'shared.figure'; figure: PageFigure }
  | { __component: 'block.callout'; kind: 'note' | 'advice' | 'warning'; title: string | null; body: BlockNode[] }
  | { __component: 'block.list'; kind: 'check' | 'steps' | 'questions' | 'warning'; items: BlockNode[] }
  | { __component: 'block.cost-table'; title: string | null }
  /** Places in the draft's `clinics`. */
  | { __component: 'block.clinic-cards'; clinics: number[] }
  /** The place in the draft's `reviews`. */
  | { __component: 'block.patient-story'; review: number }
  | { __component: 'block.video'; title: string | null } & VideoRef
  | { __component: 'block.faq'; title: string | null; items: { question: string; answer: BlockNode[] }[] }
  | { __component: 'block.call-to-action'; title: string; href: string };

export type BlockOf<C extends DraftBlock['__component']> = Extract<DraftBlock, { __component: C }>;

export interface ClinicDraft {
  said: string;
  /** The link to the clinic's own page, with its words. */
  link: { label: string; href: string };
  name: string;
  slug: string;
  country: string | null;
  countryIn: string | null;
  city: string | null;
  summary: string;
  description: BlockNode[];
  photos: PageFigure[];
}

export interface CostRow {
  said: string;
  country: string;
  amountFrom: number;
  amountTo: number | null;
  currency: string;
}

export interface SourceDraft {
  said: string;
  citationKey: string;
  type: 'journal_article' | 'trial_registration' | 'organisation' | 'web_page';
  title: string;
  publisher: string | null;
  year: number | null;
  doi: string | null;
  pmid: string | null;
  trialRegistration: string | null;
  url: string | null;
}

export interface RelatedLink {
  title: string;
  href: string;
}

export interface ReviewDraft {
  /** The line under the quotation; empty where the person is named in the text around it. */
  said: string;
  title: string;
  displayName: string;
  country: string | null;
  quote: string;
  /** What does not fit into the quote. */
  story: string;
}
