import type { ContentsEntry } from './article';
import type { DocumentPage } from './page';
import type { RichNode } from './rich-text';
import type { SourceView } from './source';

/** A page such as "about us" or the editorial policy. */
export interface StaticPage extends DocumentPage {
  summary: string | null;
  contents: ContentsEntry[];
  nodes: RichNode[];
  sources: SourceView[];
}
