import type { Figure } from './media';

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
