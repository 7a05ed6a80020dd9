import type { Entry, Selection } from '@polyclinic/shared-types';

import type { SourceLink, SourceView } from '../../../shared/views/source';

/** What is asked of a source wherever one is cited or listed. */
export const sourceSelection = {
  fields: [
    'citationKey', 'title', 'titleLanguage', 'type', 'authors', 'publisher', 'year', 'doi', 'pmid', 'trialRegistration', 'url',
    'studyDesign', 'sampleSize', 'sponsor', 'retracted', 'accessedOn', 'fictitious',
  ],
} as const satisfies Selection<'source'>;

export type SourceEntry = Entry<'source', typeof sourceSelection>;

/** A source as its list shows it; its number and uses are given while the page is written. */
export function toSource(source: SourceEntry): SourceView {
  return {
    key: source.citationKey,
    number: null,
    title: source.title,
    titleLanguage: source.titleLanguage,
    type: source.type,
    authors: source.authors,
    publisher: source.publisher,
    year: source.year,
    links: sourceLinks(source),
    studyDesign: source.studyDesign,
    sampleSize: source.sampleSize,
    sponsor: source.sponsor,
    retracted: source.retracted ?? false,
    accessedOn: source.accessedOn,
    fictitious: source.fictitious ?? false,
    uses: [],
  };
}

/** A source named beside a price or a notice: its title with the best address that is known. */
export function toSourceLink(source: SourceEntry | null): SourceLink | null {
  if (source === null) return null;
  const { title, titleLanguage, fictitious } = source;
  return { label: title, lang: titleLanguage, href: sourceLinks(source)[0]?.href ?? null, fictitious: fictitious ?? false };
}

function sourceLinks(source: SourceEntry): SourceView['links'] {
  const links: SourceView['links'] = [];
  if (source.doi !== null) links.push({ kind: 'doi', label: source.doi, href: `https://doi.org/${encodeURI(source.doi)}` });
  if (source.pmid !== null) links.push({ kind: 'pmid', label: source.pmid, href: `https://pubmed.ncbi.nlm.nih.gov/${source.pmid}/` });
  if (source.trialRegistration !== null) links.push(trialLink(source.trialRegistration));
  if (source.url !== null) links.push({ kind: 'url', label: new URL(source.url).hostname.replace(/^www\./, ''), href: source.url });
  return links;
}

function trialLink(registration: string): SourceView['links'][number] {
  const link = { kind: 'trial', label: registration } as const;
  if (registration.startsWith('NCT')) return { ...link, href: `https://clinicaltrials.gov/study/${registration}` };
  if (registration.startsWith('ISRCTN')) return { ...link, href: `https://www.isrctn.com/${registration}` };
  const number = registration.replace('EUCTR', '');
  return { ...link, href: `https://www.clinicaltrialsregister.eu/ctr-search/search?query=${number}` };
}
