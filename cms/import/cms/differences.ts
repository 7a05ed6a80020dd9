import { counted } from '../findings/finding.ts';
import type { Data } from './client.ts';

/** Not the page's words, or the CMS's own. */
const bookkeeping = ['importedFrom', 'sourceLocale', 'body'];
const ownOfParts = ['id', 'key', '__component'];

/** Names what of a present draft is not what an import would write, and so is lost when it does. */
export function differences(wanted: Data, present: Data): string[] {
  const fields = Object.keys(wanted).filter(name => !bookkeeping.includes(name) && !agree(wanted[name], present[name]));
  return [...fields.map(name => name.replace(/([A-Z])/g, ' $1').toLowerCase()), ...blockDifferences(recordsIn(wanted['body']), recordsIn(present['body']))];
}

function blockDifferences(wanted: Data[], present: Data[]): string[] {
  const other = (blocks: Data[], { key }: Data) => blocks.find(block => block['key'] === key);
  const shared = present.filter(block => other(wanted, block));
  const kept = wanted.filter(block => other(present, block));
  return [
    ...countedBlocks(shared.filter(block => !agree(other(wanted, block), block)), ''),
    ...countedBlocks(present.filter(block => !other(wanted, block)), 'added '),
    ...countedBlocks(wanted.filter(block => !other(present, block)), 'removed '),
    ...(shared.some((block, place) => block['key'] !== kept[place]?.['key']) ? ['the order of the blocks'] : []),
  ];
}

function countedBlocks(blocks: Data[], how: string): string[] {
  const byKind = Map.groupBy(blocks, ({ __component }) => String(__component).replace(/^.*\./, '').replaceAll('-', ' '));
  return [...byKind].map(([kind, same]) => counted(same.length, `${how}${kind} block`));
}

/** Tells whether the CMS holds what would be written, in whichever form it gives links and pictures back. */
function agree(wanted: unknown, present: unknown): boolean {
  if (isBlank(wanted) || isBlank(present)) return isBlank(wanted) && isBlank(present);
  if (isRecord(wanted) && Array.isArray(wanted['set'])) return sameDocuments(recordsIn(wanted['set']), recordsIn(present));
  if (Array.isArray(wanted)) return Array.isArray(present) && wanted.length === present.length && wanted.every((value, index) => agree(value, present[index]));
  if (!isRecord(present)) return wanted === present;
  if (!isRecord(wanted)) return wanted === present['id'];
  const names = new Set([...Object.keys(wanted), ...Object.keys(present)]);
  return [...names].every(name => ownOfParts.includes(name) || agree(wanted[name], present[name]));
}

function sameDocuments(wanted: Data[], present: Data[]): boolean {
  const ids = (documents: Data[]) => [...new Set(documents.map(({ documentId }) => documentId))].sort().join(' ');
  return ids(wanted) === ids(present);
}

function isBlank(value: unknown): boolean {
  if (isRecord(value) && Array.isArray(value['set'])) return value['set'].length === 0;
  return value === null || value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0);
}

function recordsIn(value: unknown): Data[] {
  return [value].flat().filter(isRecord);
}

function isRecord(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
