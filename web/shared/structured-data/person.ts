import type { Person, ProfilePage } from 'schema-dts';

import type { PersonCard, PersonPage } from '../views/person';
import { pageFacts, type PageContext, type Things } from './graph';

/** A person as another page names them. */
export function person(card: PersonCard, page: PageContext): Person {
  return { '@type': 'Person', ...facts(card, page), 'url': page.origin + card.path };
}

export function describePerson(view: PersonPage, page: PageContext): Things {
  const self: Person = {
    '@type': 'Person',
    '@id': `${page.url}#person`,
    ...facts(view, page),
    'url': page.url,
    'worksFor': view.clinic === null ? undefined : { '@type': 'MedicalClinic', 'name': view.clinic.label, 'url': page.origin + view.clinic.path },
  };
  const node: ProfilePage = { '@type': 'ProfilePage', ...pageFacts(page), 'mainEntity': { '@id': `${page.url}#person` } };
  return [node, self];
}

function facts({ name, role, credentials, licence, fictitious, photo }: PersonCard | PersonPage, page: PageContext) {
  if (fictitious) return { name, disambiguatingDescription: page.invented.person };
  return {
    name,
    jobTitle: role,
    hasCredential: [credentials, licence].filter(words => words !== null)
      .map(words => ({ '@type': 'EducationalOccupationalCredential' as const, 'name': words })),
    image: photo === null ? undefined : page.origin + photo.picture.src,
  };
}
