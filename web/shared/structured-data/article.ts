import type { Article, MedicalWebPage } from 'schema-dts';

import { contentDate } from '../content-date';
import type { ArticlePage } from '../views/article';
import { condition } from './condition';
import { pageFacts, type PageContext, type Things } from './graph';
import { person } from './person';

/** The page carries the medical review, the article on it its author and what it cites. */
export function describeArticle(view: ArticlePage, page: PageContext): Things {
  const id = `${page.url}#article`;
  const node: MedicalWebPage = {
    '@type': 'MedicalWebPage',
    ...pageFacts(page),
    'lastReviewed': view.reviewedOn ?? undefined,
    'reviewedBy': view.medicalReviewer === null ? undefined : person(view.medicalReviewer, page),
    'about': [
      ...view.conditions.map(link => condition(link, page)),
      ...view.treatments.map(({ label, path }) => ({ '@type': 'MedicalTherapy' as const, 'name': label, 'url': page.origin + path })),
    ],
    'mainEntity': { '@id': id },
  };
  const article: Article = {
    '@type': 'Article',
    '@id': id,
    'headline': view.title,
    'description': view.summary,
    'inLanguage': page.language,
    'dateModified': contentDate(view) ?? undefined,
    'image': view.cover === null ? undefined : page.origin + view.cover.picture.src,
    'author': view.author === null ? undefined : person(view.author, page),
    'publisher': { '@id': `${page.origin}/#organization` },
    // By their addresses: title, authors and year of each are on the page.
    'citation': view.sources.filter(source => !source.fictitious).map(({ links, title }) => links[0]?.href ?? title),
    'mainEntityOfPage': { '@id': page.url },
  };
  return [node, article];
}
