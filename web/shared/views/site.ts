import type { ArticleCard } from './article';
import type { ClinicCard } from './clinic';
import type { CostRow, RateNote } from './cost';
import type { LanguageLink } from './page';
import type { TreatmentCard } from './treatment';

/** A link that an editor put into the navigation; `lang` where the version lacks it and the source's is shown. */
export interface SiteLink { key: string; label: string; href: string; external: boolean; lang: string | null }

export interface SiteSettings {
  locale: string;
  /** Language of the words, where the site has no version in the visitor's locale. */
  lang: string | null;
  brand: string;
  tagline: string;
  introduction: string | null;
  navigation: SiteLink[];
  footer: SiteLink[];
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
  rate: RateNote | null;
  languages: LanguageLink[];
}
