import type { MedicalTherapy, MedicalWebPage, Service } from 'schema-dts';

import { plainNodes, plainText } from '../plain-text';
import type { TreatmentPage } from '../views/treatment';
import { condition } from './condition';
import { pageFacts, type PageContext, type Things } from './graph';
import { offers } from './offers';

/** A treatment has no price of its own: what is paid for is the service of carrying it out. */
export function describeTreatment(view: TreatmentPage, page: PageContext): Things {
  const therapy: MedicalTherapy = {
    '@type': 'MedicalTherapy',
    '@id': `${page.url}#therapy`,
    'name': view.name,
    'description': view.summary,
    'url': page.url,
    'howPerformed': written(view.steps.map(step => `${step.title}. ${plainText(step.description)}`)),
    'contraindication': written([plainNodes(view.contraindications)]),
    'followup': written([plainNodes(view.aftercare)]),
  };
  const node: MedicalWebPage = {
    '@type': 'MedicalWebPage',
    ...pageFacts(page),
    'about': view.conditions.map(link => condition(link, page)),
    'mainEntity': { '@id': `${page.url}#therapy` },
  };
  const priced = offers(view.costs);
  const service: Service = { '@type': 'Service', '@id': `${page.url}#service`, 'name': view.name, 'serviceType': view.specialty, 'url': page.url, 'offers': priced };
  return [node, therapy, ...(priced.length > 0 ? [service] : [])];
}

function written(texts: string[]): string | undefined {
  return texts.join(' ').trim() || undefined;
}
