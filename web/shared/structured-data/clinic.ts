import type { Certification, MedicalClinic, MedicalWebPage } from 'schema-dts';

import type { AccreditationView, ClinicPage } from '../views/clinic';
import { pageFacts, type PageContext, type Things } from './graph';
import { offers } from './offers';
import { person } from './person';

export function describeClinic(view: ClinicPage, page: PageContext): Things {
  const self: MedicalClinic = {
    '@type': 'MedicalClinic',
    '@id': `${page.url}#clinic`,
    'name': view.name,
    'description': view.summary,
    'url': page.url,
    'address': { '@type': 'PostalAddress', 'addressLocality': view.city, 'addressCountry': view.country },
    'availableService': view.treatments.map(({ label, path }) => ({ '@type': 'MedicalTherapy' as const, 'name': label, 'url': page.origin + path })),
    'employee': view.doctors.map(doctor => person(doctor, page)),
    ...(view.fictitious ? { disambiguatingDescription: page.invented.clinic } : checkable(view, page)),
  };
  const node: MedicalWebPage = { '@type': 'MedicalWebPage', ...pageFacts(page), 'mainEntity': { '@id': `${page.url}#clinic` } };
  return [node, self];
}

/** What somebody could look up in a register, on a map or on a bill. */
function checkable(view: ClinicPage, page: PageContext) {
  const { latitude, longitude, photos } = view;
  const priced = offers(view.costs);
  return {
    sameAs: view.website ?? undefined,
    foundingDate: view.founded === null ? undefined : String(view.founded),
    knowsLanguage: view.languagesSpoken,
    image: photos.map(photo => page.origin + photo.picture.src),
    geo: latitude === null || longitude === null ? undefined : { '@type': 'GeoCoordinates', latitude, longitude } as const,
    hasCertification: view.accreditations.filter(({ expired, fictitious }) => !expired && !fictitious).map(certification),
    makesOffer: priced.length > 0 ? priced : undefined,
  };
}

function certification({ scheme, certificateNumber, issuer, validFrom, validTo, registerUrl }: AccreditationView): Certification {
  return {
    '@type': 'Certification',
    'name': scheme,
    'certificationIdentification': certificateNumber,
    'issuedBy': { '@type': 'Organization', 'name': issuer },
    validFrom,
    'expires': validTo,
    'url': registerUrl ?? undefined,
  };
}
