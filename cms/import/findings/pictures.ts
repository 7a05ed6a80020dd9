import type { ReadPage } from '../read-page.ts';
import { counted, type Finding, finding } from './finding.ts';

/** Finds pictures without an alt, with the page's title as alt, and two with the same; and videos without a title. */
export function pictureFindings({ draft, units }: ReadPage): Finding[] {
  const figures = units.flatMap(unit => (unit.kind === 'figure' ? [unit.figure] : []));
  const described = figures.filter(({ alt }) => alt);
  const isTitle = (alt: string | null) => alt?.toLowerCase() === draft.title.toLowerCase();
  const byAlt = [...Map.groupBy(described, ({ alt }) => alt)].filter(([, same]) => same.length > 1).flatMap(([, same]) => same);
  const place = ({ src, alt }: { src: string; alt: string | null }) => ({ kind: 'picture', text: alt ? `${src} ("${alt}")` : src });
  const untitled = units.flatMap(unit => (unit.kind === 'embed' && unit.title === '' ? [{ kind: 'video', text: unit.src }] : []));
  return [
    ...finding('missing-alt', figures.filter(({ alt }) => !alt).map(place), count => `${counted(count, 'picture')} without an alt text`),
    ...finding('title-as-alt', described.filter(({ alt }) => isTitle(alt)).map(place), count => `${counted(count, 'picture')} with the page's title as alt text`),
    ...finding('alt-twice', byAlt.map(place), count => `${count} pictures share an alt text with another one`),
    ...finding('video-without-title', untitled, count => `${counted(count, 'video')} without a title`),
  ];
}
