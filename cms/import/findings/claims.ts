import { sumReader } from '../money.ts';
import type { ReadPage } from '../read-page.ts';
import { excerpt } from '../text.ts';
import { vocabulary } from '../vocabulary.ts';
import { counted, type Finding, finding } from './finding.ts';
import { proseOf } from './prose.ts';

const percentWords = vocabulary('percent').join('|');
/** Figures, and numbers in words where "percent" follows; not the digits inside a name such as "IL-2". */
const numberForm = new RegExp(`(?<![\\p{L}\\p{N}])(?<!\\p{L}-)\\p{N}+(?:[.,]\\p{N}+)*(?:\\s?%|\\s(?:${percentWords})(?!\\p{L}))?|[\\p{L}-]+\\s(?:${percentWords})(?!\\p{L})`, 'giu');

/** Finds numbers without a source, sums typed into prose, and sources without a link or a citation. */
export function claimFindings({ draft }: ReadPage): Finding[] {
  const readSums = sumReader(draft.locale);
  const prose = proseOf(draft);
  const numbers = prose.filter(({ sourced }) => !sourced).flatMap(({ text }) => {
    const found = numbersIn(readSums(text).reduce((rest, sum) => rest.replace(sum.text, ''), text));
    return found.length === 0 ? [] : [{ kind: 'text', text: `${found.join(', ')}: "${excerpt(text, 90)}"` }];
  });
  const sums = prose.flatMap(({ text }) => readSums(text).map((sum) => {
    const others = draft.costs.filter(({ amountFrom, currency }) => amountFrom !== sum.amount || currency !== sum.currency).map(({ said }) => said);
    return { kind: 'text', text: `${sum.text}${others.length > 0 ? `, beside the row "${others.join('", "')}"` : ''}: "${excerptAround(text, sum.text)}"` };
  }));
  const unlinked = draft.sources.filter(({ url, doi, pmid, trialRegistration }) => !(url || doi || pmid || trialRegistration));
  const isCited = prose.some(({ text }) => text.includes('[@'));
  const source = ({ said }: { said: string }) => ({ kind: 'source', text: said });
  return [
    ...finding('unsourced-number', numbers, count => `Numbers without a source, in ${counted(count, 'passage')}`),
    ...finding('sum-in-prose', sums, count => `${counted(count, 'sum')} typed into prose, where they age unseen`),
    ...finding('source-without-link', unlinked.map(source), count => `${counted(count, 'source')} without a link`),
    ...finding('source-not-cited', isCited ? [] : draft.sources.map(source), count => `${counted(count, 'source')}, none cited in the text`),
  ];
}

/** A year alone dates a sentence; it is no figure to be sourced. */
function numbersIn(text: string): string[] {
  return (text.match(numberForm) ?? []).filter(number => !/^(?:19|20)\d\d$/.test(number));
}

function excerptAround(text: string, part: string): string {
  const start = Math.max(0, text.indexOf(part) - 50);
  return `${start > 0 ? '…' : ''}${text.slice(start, start + 90)}`;
}
