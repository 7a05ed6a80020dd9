// Generated from the CMS's schemas by `node shared-types/generate.ts`. Do not edit.
import type { BlocksContent, Json } from './values';

export const blockCalloutKind = ['note', 'advice', 'warning'] as const;
export type BlockCalloutKind = (typeof blockCalloutKind)[number];

export const blockListKind = ['check', 'steps', 'questions', 'warning'] as const;
export type BlockListKind = (typeof blockListKind)[number];

export const blockVideoProvider = ['youtube', 'vimeo'] as const;
export type BlockVideoProvider = (typeof blockVideoProvider)[number];

export const evidenceClaimGrade = ['high', 'moderate', 'low', 'very_low'] as const;
export type EvidenceClaimGrade = (typeof evidenceClaimGrade)[number];

export const reviewDiseaseCourse = ['relapsing_remitting', 'secondary_progressive', 'primary_progressive', 'not_applicable'] as const;
export type ReviewDiseaseCourse = (typeof reviewDiseaseCourse)[number];

export const reviewModerationState = ['submitted', 'approved', 'rejected', 'withdrawn'] as const;
export type ReviewModerationState = (typeof reviewModerationState)[number];

export const reviewVerificationMethod = ['documents', 'clinic_confirmation', 'phone_call', 'none'] as const;
export type ReviewVerificationMethod = (typeof reviewVerificationMethod)[number];

export const safetyNoticeSeverity = ['information', 'caution', 'danger'] as const;
export type SafetyNoticeSeverity = (typeof safetyNoticeSeverity)[number];

export const sharedCriterionDimension = ['age', 'years_since_diagnosis', 'disease_course', 'prior_treatment', 'disability_score', 'comorbidity', 'imaging', 'other'] as const;
export type SharedCriterionDimension = (typeof sharedCriterionDimension)[number];

export const sharedCriterionOperator = ['is', 'is_not', 'less_than', 'at_most', 'greater_than', 'at_least', 'one_of', 'present', 'absent'] as const;
export type SharedCriterionOperator = (typeof sharedCriterionOperator)[number];

export const sourceStudyDesign = ['randomised_controlled_trial', 'systematic_review', 'open_label_trial', 'cohort_study', 'case_series', 'registry', 'guideline', 'narrative_review'] as const;
export type SourceStudyDesign = (typeof sourceStudyDesign)[number];

export const sourceType = ['journal_article', 'guideline', 'trial_registration', 'organisation', 'price_list', 'book', 'web_page'] as const;
export type SourceType = (typeof sourceType)[number];

export interface Types {
  accreditation: {
    kind: 'collection';
    path: 'accreditations';
    localized: false;
    draftAndPublish: false;
    scalars: {
      certificateNumber: string;
      checkedOn: string | null;
      createdAt: string;
      documentId: string;
      fictitious: boolean | null;
      id: number;
      issuer: string;
      publishedAt: string;
      registerUrl: string | null;
      scheme: string;
      updatedAt: string;
      validFrom: string;
      validTo: string;
    };
    links: {
      clinic: { kind: 'one'; to: 'clinic' };
    };
  };
  article: {
    kind: 'collection';
    path: 'articles';
    localized: true;
    draftAndPublish: true;
    scalars: {
      changeNote: string | null;
      changedOn: string | null;
      createdAt: string;
      documentId: string;
      id: number;
      keyTakeaways: BlocksContent | null;
      locale: string;
      publishedAt: string;
      reviewDueOn: string | null;
      reviewedOn: string | null;
      slug: string;
      sourceLocale: string | null;
      summary: string;
      title: string;
      updatedAt: string;
    };
    links: {
      author: { kind: 'one'; to: 'person' };
      body: { kind: 'zone'; to: 'block.call-to-action' | 'block.callout' | 'block.clinic-cards' | 'block.cost-table' | 'block.faq' | 'block.list' | 'block.patient-story' | 'block.text' | 'block.video' | 'evidence.claim' | 'shared.figure' };
      conditions: { kind: 'many'; to: 'condition' };
      cover: { kind: 'one'; to: 'shared.figure' };
      localizations: { kind: 'many'; to: 'article' };
      medicalReviewer: { kind: 'one'; to: 'person' };
      related: { kind: 'many'; to: 'article' };
      seo: { kind: 'one'; to: 'shared.seo' };
      sources: { kind: 'many'; to: 'source' };
      treatments: { kind: 'many'; to: 'treatment' };
    };
  };
  clinic: {
    kind: 'collection';
    path: 'clinics';
    localized: true;
    draftAndPublish: true;
    scalars: {
      city: string;
      country: string;
      countryIn: string | null;
      createdAt: string;
      description: BlocksContent | null;
      documentId: string;
      fictitious: boolean | null;
      founded: number | null;
      id: number;
      languagesSpoken: string | null;
      latitude: number | null;
      locale: string;
      longitude: number | null;
      name: string;
      publishedAt: string;
      slug: string;
      sourceLocale: string | null;
      summary: string;
      updatedAt: string;
      website: string | null;
    };
    links: {
      doctors: { kind: 'many'; to: 'person' };
      localizations: { kind: 'many'; to: 'clinic' };
      photos: { kind: 'many'; to: 'shared.figure' };
      seo: { kind: 'one'; to: 'shared.seo' };
      treatments: { kind: 'many'; to: 'treatment' };
    };
  };
  condition: {
    kind: 'collection';
    path: 'conditions';
    localized: true;
    draftAndPublish: true;
    scalars: {
      createdAt: string;
      documentId: string;
      icd10: string | null;
      id: number;
      locale: string;
      name: string;
      publishedAt: string;
      slug: string;
      sourceLocale: string | null;
      summary: string;
      updatedAt: string;
    };
    links: {
      localizations: { kind: 'many'; to: 'condition' };
      seo: { kind: 'one'; to: 'shared.seo' };
    };
  };
  'cost-entry': {
    kind: 'collection';
    path: 'cost-entries';
    localized: false;
    draftAndPublish: true;
    scalars: {
      amountFrom: number;
      amountTo: number | null;
      asOf: string;
      country: string;
      createdAt: string;
      currency: string;
      documentId: string;
      id: number;
      publishedAt: string;
      reference: string;
      updatedAt: string;
    };
    links: {
      clinic: { kind: 'one'; to: 'clinic' };
      excluded: { kind: 'many'; to: 'cost-item' };
      included: { kind: 'many'; to: 'cost-item' };
      source: { kind: 'one'; to: 'source' };
      treatment: { kind: 'one'; to: 'treatment' };
    };
  };
  'cost-item': {
    kind: 'collection';
    path: 'cost-items';
    localized: true;
    draftAndPublish: false;
    scalars: {
      code: string;
      createdAt: string;
      documentId: string;
      id: number;
      locale: string;
      name: string;
      publishedAt: string;
      sourceLocale: string | null;
      updatedAt: string;
    };
    links: {
      localizations: { kind: 'many'; to: 'cost-item' };
    };
  };
  'exchange-rate': {
    kind: 'collection';
    path: 'exchange-rates';
    localized: false;
    draftAndPublish: false;
    scalars: {
      base: string;
      createdAt: string;
      date: string;
      documentId: string;
      fictitious: boolean | null;
      id: number;
      publishedAt: string;
      publisher: string;
      rates: Json;
      updatedAt: string;
      url: string | null;
    };
    links: Record<never, never>;
  };
  'glossary-term': {
    kind: 'collection';
    path: 'glossary-terms';
    localized: true;
    draftAndPublish: true;
    scalars: {
      createdAt: string;
      definition: string;
      documentId: string;
      forbiddenVariants: string | null;
      id: number;
      locale: string;
      publishedAt: string;
      slug: string;
      sourceLocale: string | null;
      term: string;
      updatedAt: string;
    };
    links: {
      localizations: { kind: 'many'; to: 'glossary-term' };
    };
  };
  page: {
    kind: 'collection';
    path: 'pages';
    localized: true;
    draftAndPublish: true;
    scalars: {
      body: BlocksContent;
      createdAt: string;
      documentId: string;
      id: number;
      locale: string;
      publishedAt: string;
      slug: string;
      sourceLocale: string | null;
      summary: string | null;
      title: string;
      updatedAt: string;
    };
    links: {
      localizations: { kind: 'many'; to: 'page' };
      seo: { kind: 'one'; to: 'shared.seo' };
    };
  };
  person: {
    kind: 'collection';
    path: 'people';
    localized: true;
    draftAndPublish: true;
    scalars: {
      bio: BlocksContent | null;
      createdAt: string;
      credentials: string | null;
      documentId: string;
      fictitious: boolean | null;
      id: number;
      licence: string | null;
      locale: string;
      name: string;
      publishedAt: string;
      role: string;
      slug: string;
      sourceLocale: string | null;
      updatedAt: string;
    };
    links: {
      clinic: { kind: 'one'; to: 'clinic' };
      localizations: { kind: 'many'; to: 'person' };
      photo: { kind: 'one'; to: 'shared.figure' };
    };
  };
  redirect: {
    kind: 'collection';
    path: 'redirects';
    localized: false;
    draftAndPublish: false;
    scalars: {
      createdAt: string;
      documentId: string;
      id: number;
      oldSlug: string;
      publishedAt: string;
      slugLocale: string;
      targetDocumentId: string;
      type: string;
      updatedAt: string;
    };
    links: Record<never, never>;
  };
  review: {
    kind: 'collection';
    path: 'reviews';
    localized: true;
    draftAndPublish: true;
    scalars: {
      age: number | null;
      country: string | null;
      createdAt: string;
      diseaseCourse: ReviewDiseaseCourse | null;
      displayName: string;
      documentId: string;
      fictitious: boolean | null;
      id: number;
      locale: string;
      moderationState: ReviewModerationState;
      publishedAt: string;
      quote: string | null;
      rating: number | null;
      slug: string;
      sourceLocale: string | null;
      story: BlocksContent | null;
      title: string;
      translatedBy: string | null;
      treatedOn: string | null;
      updatedAt: string;
      verificationMethod: ReviewVerificationMethod;
      verifiedOn: string | null;
      yearsSinceDiagnosis: number | null;
    };
    links: {
      clinic: { kind: 'one'; to: 'clinic' };
      localizations: { kind: 'many'; to: 'review' };
      treatment: { kind: 'one'; to: 'treatment' };
    };
  };
  'safety-notice': {
    kind: 'collection';
    path: 'safety-notices';
    localized: true;
    draftAndPublish: true;
    scalars: {
      body: BlocksContent;
      createdAt: string;
      documentId: string;
      id: number;
      issuedOn: string;
      locale: string;
      publishedAt: string;
      severity: SafetyNoticeSeverity;
      sourceLocale: string | null;
      title: string;
      updatedAt: string;
    };
    links: {
      clinic: { kind: 'one'; to: 'clinic' };
      localizations: { kind: 'many'; to: 'safety-notice' };
      source: { kind: 'one'; to: 'source' };
      treatment: { kind: 'one'; to: 'treatment' };
    };
  };
  site: {
    kind: 'single';
    path: 'site';
    localized: true;
    draftAndPublish: true;
    scalars: {
      address: string | null;
      brand: string;
      createdAt: string;
      disclaimer: string;
      documentId: string;
      email: string | null;
      holidays: Json | null;
      id: number;
      introduction: string | null;
      locale: string;
      openingHours: string | null;
      phone: string | null;
      publishedAt: string;
      referenceCurrency: string;
      responseMinutes: number | null;
      sourceLocale: string | null;
      tagline: string;
      timeZone: string;
      updatedAt: string;
    };
    links: {
      featuredArticles: { kind: 'many'; to: 'article' };
      footer: { kind: 'many'; to: 'shared.link' };
      localizations: { kind: 'many'; to: 'site' };
      navigation: { kind: 'many'; to: 'shared.link' };
    };
  };
  source: {
    kind: 'collection';
    path: 'sources';
    localized: false;
    draftAndPublish: false;
    scalars: {
      accessedOn: string | null;
      authors: string | null;
      citationKey: string;
      createdAt: string;
      documentId: string;
      doi: string | null;
      fictitious: boolean | null;
      id: number;
      pmid: string | null;
      publishedAt: string;
      publisher: string | null;
      retracted: boolean | null;
      sampleSize: number | null;
      sponsor: string | null;
      studyDesign: SourceStudyDesign | null;
      title: string;
      titleLanguage: string;
      trialRegistration: string | null;
      type: SourceType;
      updatedAt: string;
      url: string | null;
      year: number | null;
    };
    links: Record<never, never>;
  };
  treatment: {
    kind: 'collection';
    path: 'treatments';
    localized: true;
    draftAndPublish: true;
    scalars: {
      aftercare: BlocksContent | null;
      contraindications: BlocksContent | null;
      createdAt: string;
      documentId: string;
      eligibilityNote: BlocksContent | null;
      evidenceSummary: string | null;
      id: number;
      locale: string;
      name: string;
      publishedAt: string;
      questions: BlocksContent | null;
      risks: BlocksContent | null;
      slug: string;
      sourceLocale: string | null;
      specialty: string;
      stayDaysFrom: number | null;
      stayDaysTo: number | null;
      summary: string;
      updatedAt: string;
    };
    links: {
      conditions: { kind: 'many'; to: 'condition' };
      eligibility: { kind: 'many'; to: 'shared.criterion' };
      localizations: { kind: 'many'; to: 'treatment' };
      seo: { kind: 'one'; to: 'shared.seo' };
      steps: { kind: 'many'; to: 'shared.step' };
    };
  };
}

export interface Components {
  'block.call-to-action': {
    kind: 'component';
    scalars: {
      hiddenIn: string | null;
      id: number;
      key: string | null;
      text: string | null;
      title: string;
    };
    links: Record<never, never>;
  };
  'block.callout': {
    kind: 'component';
    scalars: {
      body: BlocksContent;
      hiddenIn: string | null;
      id: number;
      key: string | null;
      kind: BlockCalloutKind;
      title: string;
    };
    links: Record<never, never>;
  };
  'block.clinic-cards': {
    kind: 'component';
    scalars: {
      hiddenIn: string | null;
      id: number;
      key: string | null;
      title: string | null;
    };
    links: {
      clinics: { kind: 'many'; to: 'clinic' };
    };
  };
  'block.cost-table': {
    kind: 'component';
    scalars: {
      hiddenIn: string | null;
      id: number;
      key: string | null;
      note: string | null;
      title: string;
    };
    links: {
      treatment: { kind: 'one'; to: 'treatment' };
    };
  };
  'block.faq': {
    kind: 'component';
    scalars: {
      hiddenIn: string | null;
      id: number;
      key: string | null;
      title: string | null;
    };
    links: {
      items: { kind: 'many'; to: 'shared.faq-item' };
    };
  };
  'block.list': {
    kind: 'component';
    scalars: {
      hiddenIn: string | null;
      id: number;
      items: BlocksContent;
      key: string | null;
      kind: BlockListKind;
      title: string | null;
    };
    links: Record<never, never>;
  };
  'block.patient-story': {
    kind: 'component';
    scalars: {
      hiddenIn: string | null;
      id: number;
      key: string | null;
      title: string | null;
    };
    links: {
      review: { kind: 'one'; to: 'review' };
    };
  };
  'block.text': {
    kind: 'component';
    scalars: {
      body: BlocksContent;
      hiddenIn: string | null;
      id: number;
      key: string | null;
    };
    links: Record<never, never>;
  };
  'block.video': {
    kind: 'component';
    scalars: {
      durationSeconds: number | null;
      hiddenIn: string | null;
      id: number;
      key: string | null;
      provider: BlockVideoProvider;
      title: string;
      transcript: BlocksContent | null;
      videoId: string;
    };
    links: Record<never, never>;
  };
  'evidence.claim': {
    kind: 'component';
    scalars: {
      claim: string;
      comparisonLabel: string | null;
      comparisonPercent: number | null;
      contrary: string | null;
      grade: EvidenceClaimGrade;
      hiddenIn: string | null;
      id: number;
      key: string | null;
      outcome: string | null;
      percent: number | null;
      percentLabel: string | null;
    };
    links: {
      contrarySource: { kind: 'one'; to: 'source' };
      source: { kind: 'one'; to: 'source' };
    };
  };
  'shared.criterion': {
    kind: 'component';
    scalars: {
      dimension: SharedCriterionDimension;
      hiddenIn: string | null;
      id: number;
      key: string | null;
      operator: SharedCriterionOperator;
      text: string;
      value: string | null;
    };
    links: Record<never, never>;
  };
  'shared.faq-item': {
    kind: 'component';
    scalars: {
      answer: BlocksContent;
      hiddenIn: string | null;
      id: number;
      key: string | null;
      question: string;
    };
    links: Record<never, never>;
  };
  'shared.figure': {
    kind: 'component';
    scalars: {
      alt: string | null;
      caption: string | null;
      credit: string | null;
      decorative: boolean | null;
      hiddenIn: string | null;
      id: number;
      key: string | null;
    };
    links: {
      image: { kind: 'one'; to: 'upload.file' };
      imageDark: { kind: 'one'; to: 'upload.file' };
    };
  };
  'shared.link': {
    kind: 'component';
    scalars: {
      hiddenIn: string | null;
      href: string;
      id: number;
      key: string | null;
      label: string;
    };
    links: Record<never, never>;
  };
  'shared.seo': {
    kind: 'component';
    scalars: {
      description: string | null;
      id: number;
      title: string | null;
    };
    links: Record<never, never>;
  };
  'shared.step': {
    kind: 'component';
    scalars: {
      daysFrom: number | null;
      daysTo: number | null;
      description: string | null;
      hiddenIn: string | null;
      id: number;
      key: string | null;
      title: string;
    };
    links: Record<never, never>;
  };
}
