import type { ArticleCard } from './article';
import type { Figure } from './media';
import type { DocumentLink, DocumentPage } from './page';
import type { RichNode } from './rich-text';
import type { SourceView } from './source';

export interface PersonCard {
  documentId: string;
  path: string;
  lang: string | null;
  name: string;
  role: string;
  credentials: string | null;
  licence: string | null;
  fictitious: boolean;
  photo: Figure | null;
}

export interface PersonPage extends DocumentPage {
  name: string;
  role: string;
  credentials: string | null;
  licence: string | null;
  fictitious: boolean;
  photo: Figure | null;
  bio: RichNode[];
  clinic: DocumentLink | null;
  written: ArticleCard[];
  reviewed: ArticleCard[];
  sources: SourceView[];
}
