import { createHash } from 'node:crypto';

import type { Model } from '../model.ts';
import { nameOf, type SeedDocument } from './content.ts';
import { eachList } from './walk.ts';

const KEY = /^[a-z0-9]{8}$/;

/**
 * Gives every entry of a list the key that pairs it across locales. The content may name the key itself, or give the entry any name
 * that people can read, or, where a list is the same in all locales, leave it to the place in the list.
 *
 * @returns problems: a key said twice in a version, and lists that differ between locales and so need keys of their own
 */
export function giveKeys(document: SeedDocument, model: Model): string[] {
  const problems: string[] = [];
  const shapes = new Map<string, { shape: string; hasGaps: boolean }>();
  for (const { file, fields } of document.words.values()) {
    const seen = new Set<unknown>();
    eachList(model, document.type.attributes, fields, (entries, path) => {
      const shape = entries.map(entry => entry['component'] ?? '').join();
      const hasGaps = entries.some(entry => !entry['key']);
      const other = shapes.get(path);
      if (other && other.shape !== shape && (hasGaps || other.hasGaps)) {
        problems.push(`${file}: "${document.id}": ${path}: differs between locales; give each of its entries a key in every locale.`);
      }
      shapes.set(path, { shape, hasGaps });
      entries.forEach((entry, index) => {
        const name = String(entry['key'] ?? '');
        if (!KEY.test(name)) entry['key'] = keyFor(`${nameOf(document)} ${path} ${name || index}`);
        if (seen.has(entry['key'])) {
          problems.push(`${file}: "${document.id}": ${path}[${index}].key: "${name}" is used twice; give it another.`);
        }
        seen.add(entry['key']);
      });
    });
  }
  return problems;
}

function keyFor(place: string): string {
  const digest = createHash('sha256').update(place).digest('hex');
  return BigInt(`0x${digest}`).toString(36).slice(0, 8);
}
