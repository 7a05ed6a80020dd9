import type { MedicalCondition, MedicalWebPage } from 'schema-dts';

import type { ConditionPage } from '../views/condition';
import type { DocumentLink } from '../views/page';
import { pageFacts, type PageContext, type Things } from './graph';

/** A condition as another page names it. */
export function condition({ label, path }: DocumentLink, { origin }: PageContext): MedicalCondition {
  return { '@type': 'MedicalCondition', 'name': label, 'url': origin + path };
}

export function describeCondition(view: ConditionPage, page: PageContext): Things {
  const self: MedicalCondition = {
    '@type': 'MedicalCondition',
    '@id': `${page.url}#condition`,
    'name': view.name,
    'description': view.summary,
    'url': page.url,
    'code': view.icd10 === null ? undefined : { '@type': 'MedicalCode', 'codeValue': view.icd10, 'codingSystem': 'ICD-10' },
    'possibleTreatment': view.treatments.map(({ name, path }) => ({ '@type': 'MedicalTherapy' as const, name, 'url': page.origin + path })),
  };
  const node: MedicalWebPage = { '@type': 'MedicalWebPage', ...pageFacts(page), 'mainEntity': { '@id': `${page.url}#condition` } };
  return [node, self];
}
