import type { Place } from '../findings/finding.ts';
import type { Note } from '../notes.ts';
import type { Report } from './report.ts';

/** Writes a report for people: what became of the page, then what is to be done. */
export function printReport(report: Report): string {
  return [
    heading(report),
    section('What went where', report.placed.flatMap(({ what, count, where, details }) => [`${count} × ${what} → ${where}`, ...details.map(detail => `    ${detail}`)])),
    section('Left out on purpose', report.leftOut.map(note)),
    section('Not placed', report.unplaced.map(note), 'nothing: all of the page is in the draft.'),
    section('Read from the page by its look, to be confirmed', report.guesses),
    section('What a reader of the page would meet', report.findings.flatMap(({ message, places }) => [message, ...grouped(places)])),
    section('To do before it can be published, in this order', report.mend, 'nothing that the importer knows of.'),
  ].filter(part => part !== '').join('\n\n');
}

function heading({ title, locale, written }: Report): string {
  if (!written) return `"${title}" (${locale}): read, nothing written (dry run).`;
  const done = written.outcome === 'made' ? 'is a new draft' : 'has replaced the draft';
  return [`"${title}" (${locale}) ${done}: /${locale}/articles/${written.slug} once it is published.`, `  ${written.adminUrl}`, ...written.steps.map(step => `  ${step}`)].join('\n');
}

function section(title: string, lines: string[], empty = ''): string {
  if (lines.length === 0) return empty === '' ? '' : `${title}: ${empty}`;
  return [title, ...lines.map(line => `  ${line.replace(/\n/g, ' / ')}`)].join('\n');
}

function note({ what, text, why }: Note): string {
  return [what, text === '' ? '' : `: "${text}"`, why === '' ? '' : ` (${why})`].join('');
}

/** Places that say the same share a line. */
function grouped(places: Place[]): string[] {
  return [...Map.groupBy(places, ({ kind, text }) => `${kind}: ${text}`)].map(([line, same]) => `    ${line}${same.length > 1 ? ` (${same.length} times)` : ''}`);
}
