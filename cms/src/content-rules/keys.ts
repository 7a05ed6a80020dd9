import { randomInt } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import { savedStage } from './model';
import { deepPopulate, partsOf, type Part } from './parts';
import { inStage } from './rows';
import type { Write } from './write';

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';
const keyForm = /^[a-z0-9]{8}$/;

/**
 * Gives every part of a saved document its key: the one it brings, the one it had, or a new one.
 * Of parts with the same key the one that had it before keeps it, or else the first; the others get new ones.
 */
export async function giveKeys(strapi: Core.Strapi, write: Write): Promise<void> {
  const type = strapi.contentType(write.uid);
  for (const name of Object.keys(deepPopulate(strapi, type))) {
    // A copy: the caller's own objects stay as they were.
    if (name in write.data) write.data[name] = structuredClone(write.data[name]);
  }
  const parts = partsOf(strapi, type, write.data).filter(part => takesKey(strapi, part));
  if (parts.length === 0) return;

  const stored = (await storedParts(strapi, write)).filter(part => takesKey(strapi, part));
  const storedKeys = new Map(stored.map(part => [identity(part), keyOf(part)]));
  const untouched = stored.filter(({ path }) => !(String(path[0]) in write.data));
  const taken = new Set(untouched.flatMap(part => keyOf(part) ?? []));

  const isOwner = (part: Part) => storedKeys.has(identity(part)) && [undefined, storedKeys.get(identity(part))].includes(keyOf(part));
  for (const part of [...parts.filter(isOwner), ...parts.filter(entry => !isOwner(entry))]) {
    const wished = keyOf(part) ?? storedKeys.get(identity(part));
    const key = wished && !taken.has(wished) ? wished : newKey();
    taken.add(key);
    part.value['key'] = key;
  }
}

const newKey = (): string => Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');

const takesKey = (strapi: Core.Strapi, part: Part): boolean => 'key' in strapi.getModel(part.uid).attributes;

const identity = (part: Part): string => `${part.uid} ${String(part.value['id'] ?? part.path.join('.'))}`;

function keyOf(part: Part): string | undefined {
  const key = part.value['key'];
  return typeof key === 'string' && keyForm.test(key) ? key : undefined;
}

async function storedParts(strapi: Core.Strapi, write: Write): Promise<Part[]> {
  if (!write.documentId) return [];
  const type = strapi.contentType(write.uid);
  const [locale] = write.locales([]);
  const row = await strapi.db.query(write.uid).findOne({
    where: { documentId: write.documentId, ...inStage(strapi, write.uid, savedStage(type)), ...(write.isLocalized ? { locale } : {}) },
    populate: deepPopulate(strapi, type),
  });
  return row ? partsOf(strapi, type, row) : [];
}
