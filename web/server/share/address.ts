import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';

import { z } from 'zod';

import type { ShareCard } from '../../shared/views/share';
import { readToken } from '../settings';
import { cardNode, css, titleNode, titleRoom } from './design';

/** What an address asks for. */
export interface AskedPicture {
  card: ShareCard;
  /** The address of the same words in the present design; the one that was asked for, unless it is older. */
  path: string;
  /** Under which the picture is kept. */
  name: string;
}

/** The most letters that are taken of a text: more than has room in the picture, and an address that every crawler takes. */
const most = { brand: 40, kind: 40, title: 180, note: 120 };

const wordsSchema = z.tuple([z.string(), z.string(), z.string().nullable(), z.string(), z.string().nullable()]);

/** Another look, another address: what crawlers keep is never out of date. */
const design = fingerprint();

/**
 * The address of the picture of a card: its words, a seal on them, and the design.
 *
 * The words travel in the address, packed, so any instance can draw the picture at any time, without the CMS and
 * after a restart; the seal, made with the secret that all instances share, keeps strangers from
 * having words of their own drawn under the name of the site.
 */
export function sharePath(card: ShareCard): string {
  const words = JSON.stringify([card.locale, cut(card.brand, most.brand), cutOrNull(card.kind, most.kind), cut(card.title, most.title), cutOrNull(card.note, most.note)]);
  return pathOf(brotliCompressSync(words).toString('base64url'));
}

/**
 * Reads the last part of such an address.
 *
 * @returns null where the site never made it, or made it with another secret.
 */
export function readShareFile(file: string): AskedPicture | null {
  const [, words = '', given = ''] = /^([\w-]{1,2000})\.([\w-]{22})\.[\da-f]{8}\.png$/.exec(file) ?? [];
  if (words === '' || !timingSafeEqual(Buffer.from(given), Buffer.from(seal(words)))) return null;
  const [locale, brand, kind, title, note] = wordsSchema.parse(JSON.parse(brotliDecompressSync(Buffer.from(words, 'base64url')).toString()));
  return { card: { locale, brand, kind, title, note }, path: pathOf(words), name: `${seal(words)}.${design}.png` };
}

function pathOf(words: string): string {
  return `/share/${words}.${seal(words)}.${design}.png`;
}

function seal(words: string): string {
  return createHmac('sha256', readToken()).update(`packed share picture ${words}`).digest().subarray(0, 16).toString('base64url');
}

function fingerprint(): string {
  const sample: ShareCard = { locale: 'en', brand: 'Brand', kind: 'Kind', title: 'Title', note: 'Note' };
  const drawn = [css, titleRoom, cardNode(sample, titleNode(sample, titleRoom.smallest, true))];
  return createHash('sha256').update(JSON.stringify(drawn)).digest('hex').slice(0, 8);
}

/** At most so many letters, as a reader counts them, with an ellipsis for the rest. */
function cut(text: string, letters: number): string {
  const segments = [...new Intl.Segmenter().segment(text)];
  return segments.length <= letters ? text : `${text.slice(0, segments[letters - 1]?.index).trimEnd()}…`;
}

function cutOrNull(text: string | null, letters: number): string | null {
  return text === null ? null : cut(text, letters);
}
