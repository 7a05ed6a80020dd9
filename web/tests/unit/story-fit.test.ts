import { describe, expect, test } from 'vitest';

import { fitOf } from '../../server/content/story-fit';
import type { Criterion } from '../../server/content/treatment-facts';

let keys = 0;

function criterion(dimension: Criterion['dimension'], operator: Criterion['operator'], value: string | null): Criterion {
  keys += 1;
  return { id: keys, key: `key${keys}`, hiddenIn: null, dimension, operator, value, text: `${dimension} ${operator} ${value}` };
}

function treatment(documentId: string, eligibility: Criterion[]) {
  return { documentId, path: `/en/treatments/${documentId}`, label: documentId, lang: null, eligibility };
}

const anna = { age: 34, diseaseCourse: 'relapsing_remitting' as const, yearsSinceDiagnosis: 5, treatment: null };

function verdict(one: Criterion, patient: Parameters<typeof fitOf>[0] = anna) {
  return fitOf(patient, [treatment('ahsct', [one])])[0]?.criteria[0];
}

describe('a patient meets a criterion', () => {
  test.each([
    ['age', 'less_than', '50', true],
    ['age', 'less_than', '34', false],
    ['age', 'at_most', '34', true],
    ['age', 'greater_than', '34', false],
    ['age', 'at_least', '34', true],
    ['years_since_diagnosis', 'less_than', '5', false],
    ['disease_course', 'is', 'relapsing_remitting', true],
    ['disease_course', 'is_not', 'relapsing_remitting', false],
    ['disease_course', 'one_of', 'primary_progressive, relapsing_remitting', true],
    ['disease_course', 'one_of', 'primary_progressive', false],
  ] as const)('%s %s %s: %s', (dimension, operator, value, fits) => {
    expect(verdict(criterion(dimension, operator, value))?.fits).toBe(fits);
  });

  test.each([
    ['of which the story says nothing', criterion('imaging', 'present', null), anna],
    ['where the age is not told', criterion('age', 'less_than', '50'), { ...anna, age: null }],
    ['where the disease has no courses', criterion('disease_course', 'is', 'relapsing_remitting'), { ...anna, diseaseCourse: 'not_applicable' as const }],
    ['that compares with nothing', criterion('age', 'less_than', null), anna],
    ['that compares a number with a word', criterion('age', 'less_than', 'young'), anna],
    ['that asks whether there is an age', criterion('age', 'present', '1'), anna],
  ])('not known: %s', (_case, one, patient) => {
    expect(verdict(one, patient)?.fits).toBeNull();
  });
});

test('what the story says stands beside the criterion', () => {
  expect(verdict(criterion('age', 'less_than', '30'))).toMatchObject({ text: 'age less_than 30', fits: false, known: { dimension: 'age', value: 34 } });
});

test('the criteria are those of the treatment that the patient had, or of all on the page where it had another', () => {
  const page = [treatment('ahsct', [criterion('age', 'less_than', '50')]), treatment('msc', [criterion('age', 'at_least', '18')]), treatment('new', [])];
  const compared = (had: string) => fitOf({ ...anna, treatment: { documentId: had, path: '', label: '', lang: null } }, page).map(fit => fit.treatment.documentId);
  expect(compared('msc')).toEqual(['msc']);
  expect(compared('other')).toEqual(['ahsct', 'msc']);
});
