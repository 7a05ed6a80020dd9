import { createHash } from 'node:crypto';

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS = 400;

/** A number of 32 bits that looks like chance and is the same each time. */
const chance = number => Math.imul(number, 0x9E3779B1) >>> 0;

/** Letters and digits as Strapi makes its ids of, beginning with a letter. */
export function ownName(original, number, length) {
  const digits = BigInt(`0x${createHash('sha256').update(`${original}\n${number}`).digest('hex')}`).toString(36);
  return `c${digits.slice(-length + 1)}`;
}

/** Days by which a copy is older than what it was made from. */
const ageOf = number => chance(number) % DAYS;

/**
 * The row of an article as the copy of that number has it: another address, title and age.
 *
 * @param {Record<string, unknown>} row
 * @param {number} number
 */
export function varyArticle(row, number) {
  const earlier = day => day && new Date(Date.parse(day) - ageOf(number) * DAY_MS).toISOString().slice(0, 10);
  const before = time => time && time - ageOf(number) * DAY_MS;
  return {
    ...row,
    document_id: ownName(row.document_id, number, 24),
    slug: `${row.slug}-${number}`,
    title: `${row.title} · ${number}`,
    summary: varyText(row.summary, number),
    reviewed_on: earlier(row.reviewed_on),
    review_due_on: earlier(row.review_due_on),
    changed_on: earlier(row.changed_on),
    created_at: before(row.created_at),
    updated_at: before(row.updated_at),
    published_at: before(row.published_at),
  };
}

const split = new Map();

/** The sentences of a text of the demo, which each of its copies asks for. */
function sentencesOf(text) {
  if (!split.has(text)) split.set(text, text.split(/(?<=[.!?][”»)]?) (?=[\p{Lu}“«])/u));
  return split.get(text);
}

/** A text with its sentences in another order, as long as before and with the same citations. */
export function varyText(text, number) {
  const sentences = sentencesOf(text);
  if (sentences.length === 1) return text;
  const first = chance(number) % sentences.length;
  return [...sentences.slice(first), ...sentences.slice(0, first)].join(' ');
}

/** The nodes of a rich text with other sentences; what is no text stays. */
export function varyNodes(nodes, number) {
  return nodes.map((node) => {
    if (node.type === 'text') return { ...node, text: varyText(node.text, number) };
    return node.children ? { ...node, children: varyNodes(node.children, number) } : node;
  });
}
