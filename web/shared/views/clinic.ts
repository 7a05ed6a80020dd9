import type { CostRow, RateNote } from './cost';
import type { Figure } from './media';
import type { DocumentLink, DocumentPage, Paged } from './page';
import type { PersonCard } from './person';
import type { ReviewView } from './review';
import type { RichNode } from './rich-text';
import type { SourceLink, SourceView } from './source';

export interface AccreditationView {
  scheme: string;
  certificateNumber: string;
  issuer: string;
  validFrom: string;
  validTo: string;
  expired: boolean;
  registerUrl: string | null;
  checkedOn: string | null;
  fictitious: boolean;
}

export interface ClinicCard {
  documentId: string;
  path: string;
  /** Set where the clinic has no version in the page's language. */
  lang: string | null;
  name: string;
  summary: string;
  city: string;
  /** ISO 3166-1. */
  country: string;
  fictitious: boolean;
  photo: Figure | null;
  accreditations: Pick<AccreditationView, 'scheme' | 'expired' | 'validTo'>[];
  /** Warnings that stand on its page; shown before anything else. */
  notices: Pick<SafetyNoticeView, 'title' | 'severity' | 'lang'>[];
  languagesSpoken: string[];
}

export interface SafetyNoticeView {
  title: string;
  severity: 'information' | 'caution' | 'danger';
  issuedOn: string;
  nodes: RichNode[];
  source: SourceLink | null;
  lang: string | null;
}

export interface ClinicPage extends DocumentPage {
  name: string;
  summary: string;
  notices: SafetyNoticeView[];
  descriptionNodes: RichNode[];
  photos: Figure[];
  city: string;
  country: string;
  countryIn: string | null;
  latitude: number | null;
  longitude: number | null;
  founded: number | null;
  languagesSpoken: string[];
  website: string | null;
  fictitious: boolean;
  treatments: DocumentLink[];
  doctors: PersonCard[];
  accreditations: AccreditationView[];
  costs: CostRow[];
  rate: RateNote | null;
  reviews: ReviewView[];
  /** How they were verified. */
  reviewPolicyPath: string | null;
  sources: SourceView[];
}

export interface ClinicFilter { country: string | null; treatment: string | null; accreditation: string | null }

export interface ClinicsView extends Paged<ClinicCard> {
  filter: ClinicFilter;
  /** What can be asked for. */
  countries: string[];
  treatments: { slug: string; label: string }[];
  accreditations: string[];
}

/** A clinic beside others. */
export interface ComparedClinic extends Omit<ClinicCard, 'summary' | 'photo'> {
  founded: number | null;
  offers: Offer[];
}

/** A treatment at a clinic, with the lowest of its prices there that is not withdrawn for its age. */
export interface Offer {
  treatment: DocumentLink;
  price: Pick<CostRow, 'original' | 'converted' | 'asOf' | 'age'> | null;
}

export interface ComparisonView {
  /** All there are, by name. */
  clinics: ComparedClinic[];
  currency: string;
  rate: RateNote | null;
}
