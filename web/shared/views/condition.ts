import type { ArticleCard } from './article';
import type { DocumentPage } from './page';
import type { TreatmentCard } from './treatment';

export interface ConditionPage extends DocumentPage {
  name: string;
  summary: string;
  icd10: string | null;
  treatments: TreatmentCard[];
  articles: ArticleCard[];
}
