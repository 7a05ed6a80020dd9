import type { StudyDesign } from '#shared/views/source';

const designs: Record<StudyDesign, string> = {
  randomised_controlled_trial: 'source.design.randomised',
  systematic_review: 'source.design.systematicReview',
  open_label_trial: 'source.design.openLabel',
  cohort_study: 'source.design.cohort',
  case_series: 'source.design.caseSeries',
  registry: 'source.design.registry',
  guideline: 'source.design.guideline',
  narrative_review: 'source.design.narrativeReview',
};

/** Names the design of a study in the language of the place. */
export function useStudyDesign(): (design: StudyDesign) => string {
  const { t } = useWords();
  return design => t(designs[design]);
}
