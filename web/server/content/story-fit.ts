import type { CriterionFit, ReviewView, StoryFit } from '../../shared/views/review';
import type { Criterion, TreatmentFacts } from './treatment-facts';
import { withoutCitations } from './parts/citations';

type Patient = Pick<ReviewView, 'age' | 'diseaseCourse' | 'yearsSinceDiagnosis' | 'treatment'>;
type Known = NonNullable<CriterionFit['known']>;
type Compared = Pick<TreatmentFacts, 'documentId' | 'path' | 'label' | 'lang' | 'eligibility'>;

/**
 * Holds what a story says of its patient against the criteria of the page: those of the treatment that
 * the patient had, or of all treatments of the page where it is on others.
 *
 * @param treatments those that the page is on.
 * @returns nothing where no treatment states criteria.
 */
export function fitOf(patient: Patient, treatments: Compared[]): StoryFit[] {
  const had = treatments.filter(({ documentId }) => documentId === patient.treatment?.documentId);
  return (had.length > 0 ? had : treatments)
    .filter(({ eligibility }) => eligibility.length > 0)
    .map(({ eligibility, documentId, path, label, lang }) => ({
      treatment: { documentId, path, label, lang },
      criteria: eligibility.map((criterion) => {
        const known = knownOf(patient, criterion);
        const text = withoutCitations(criterion.text);
        return { key: criterion.key ?? String(criterion.id), text, fits: known === null ? null : meets(known, criterion), known };
      }),
    }));
}

/** What the story says of that which a criterion asks for. */
function knownOf({ age, yearsSinceDiagnosis, diseaseCourse }: Patient, { dimension }: Criterion): Known | null {
  switch (dimension) {
    case 'age':
      return age === null ? null : { dimension, value: age };
    case 'years_since_diagnosis':
      return yearsSinceDiagnosis === null ? null : { dimension, value: yearsSinceDiagnosis };
    case 'disease_course':
      // Of a disease that has no courses nothing was asked.
      return diseaseCourse === null || diseaseCourse === 'not_applicable' ? null : { dimension, value: diseaseCourse };
    default:
      return null;
  }
}

/** Null where the criterion says nothing that can be compared: no verdict is better than a wrong one. */
function meets(known: Known, { operator, value }: Criterion): boolean | null {
  const asked = (value ?? '').split(',').map(part => part.trim()).filter(part => part !== '');
  const [first] = asked;
  if (first === undefined) return null;
  const said = String(known.value);
  if (operator === 'is') return said === first;
  if (operator === 'is_not') return said !== first;
  if (operator === 'one_of') return asked.includes(said);
  const limit = Number(first);
  if (typeof known.value !== 'number' || Number.isNaN(limit)) return null;
  if (operator === 'less_than') return known.value < limit;
  if (operator === 'at_most') return known.value <= limit;
  if (operator === 'greater_than') return known.value > limit;
  return operator === 'at_least' ? known.value >= limit : null;
}
