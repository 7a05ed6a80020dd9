import type { ArticleCard } from './article';
import type { ClinicCard } from './clinic';
import type { CostRow } from './cost';
import type { LanguageLink } from './page';
import type { TreatmentCard } from './treatment';

export interface SiteSettings {
  locale: string;
  /** Language of the words, where the site has no version in the visitor's locale. */
  lang: string | null;
  brand: string;
  tagline: string;
  introduction: string | null;
  navigation: { key: string; label: string; href: string }[];
  footer: { key: string; label: string; href: string }[];
  disclaimer: string;
  address: string | null;
  referenceCurrency: string;
  email: string | null;
  phone: string | null;
  openingHours: string | null;
  holidays: string[];
  timeZone: string;
  responseMinutes: number | null;
}

export interface HomePage {
  featured: ArticleCard[];
  treatments: TreatmentCard[];
  clinics: ClinicCard[];
  costs: CostRow[];
  languages: LanguageLink[];
}
