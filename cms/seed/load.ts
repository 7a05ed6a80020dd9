import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Core } from '@strapi/strapi';

import { runAsCommand } from '../commands/run.ts';
import { readModel } from './model.ts';
import { drawPicture, pictureProblem } from './pictures/draw.ts';
import { checkContent } from './read/check.ts';
import { readContent } from './read/content.ts';
import { inOrder } from './read/order.ts';
import { makeAccounts } from './write/accounts.ts';
import { makeAdmin } from './write/admin.ts';
import { readHoldings } from './write/cms.ts';
import { digest } from './write/digest.ts';
import { readLedger, saveLedger } from './write/ledger.ts';
import { picturesOf, uploadPictures } from './write/pictures.ts';
import { planFor, type Action, type Plan } from './write/plan.ts';
import { writePlans } from './write/write.ts';

const cmsRoot = path.resolve(import.meta.dirname, '..');

export interface SeedOptions {
  /** Told what was done, line by line. */
  log?: (line: string) => void;
  /** Where the content lies; `cms/seed` unless told otherwise. */
  folder?: string;
}

interface SeedResult extends Record<Action, number> {
  /** Pictures that were uploaded. */
  pictures: number;
  /** Whether the first administrator was made. */
  admin: boolean;
  /** Addresses of the demo accounts that were made. */
  accounts: string[];
}

/**
 * Loads the first content: creates what is absent, publishes it in each locale that has words, and on later runs updates only what
 * the loader made and nobody touched since. What somebody changed, deleted or made by hand stays as it is.
 * All documents go in together or not at all.
 *
 * @param strapi a loaded Strapi
 * @throws SeedError that says in which file, document and field something is wrong, and what to do
 */
export async function loadSeed(strapi: Core.Strapi, options: SeedOptions = {}): Promise<SeedResult> {
  const { log = () => {}, folder = import.meta.dirname } = options;
  const model = readModel(path.join(cmsRoot, 'src'));
  const locales = readLocales();
  const documents = checkContent(readContent(folder, model, locales), model, pictureProblem);

  const ledger = await readLedger(strapi);
  const holdings = await readHoldings(strapi, model.types.values());
  const drawings = new Map<string, string>();
  const drawing = (name: string) => {
    const known = drawings.get(name) ?? digest(drawPicture(name));
    drawings.set(name, known);
    return known;
  };
  const plans: Plan[] = [];
  for (const document of inOrder(documents, model)) {
    plans.push(await planFor(document, { strapi, model, documents, ledger, holdings, drawing }));
  }

  const needed = new Map(picturesOf(plans, model).map(name => [name, drawing(name)]));
  const { uploaded: pictures, ids } = await uploadPictures(strapi, needed, ledger, path.join(cmsRoot, '.cache', 'pictures'));
  // Kept at once: should the CMS refuse a document, the pictures need not be uploaded again.
  if (pictures > 0) await saveLedger(strapi, ledger);
  const picture = (name: string) => ids.get(name) ?? 0;
  const result: SeedResult = { ...countActions(plans), pictures, admin: false, accounts: [] };
  if (result.create + result.update > 0) {
    await strapi.db.transaction(async () => {
      await writePlans(plans, { strapi, model, ledger, holdings, locales, picture });
      await saveLedger(strapi, ledger);
    });
  }
  result.admin = await makeAdmin(strapi);
  result.accounts = await makeAccounts(strapi, ledger);
  if (result.accounts.length > 0) await saveLedger(strapi, ledger);
  report(result, plans, log);
  return result;
}

/** Codes of all locales, the default one first. */
function readLocales(): string[] {
  const locales: { code: string }[] = JSON.parse(readFileSync(path.join(cmsRoot, '..', 'locales.json'), 'utf8'));
  return locales.map(({ code }) => code);
}

function countActions(plans: Plan[]): Record<Action, number> {
  const counts = { create: 0, update: 0, unchanged: 0, kept: 0 };
  for (const { versions } of plans) for (const { action } of versions) counts[action] += 1;
  return counts;
}

function report(result: SeedResult, plans: Plan[], log: (line: string) => void): void {
  if (result.admin) log('Made the first administrator.');
  if (result.accounts.length > 0) log(`Made the demo accounts ${result.accounts.join(', ')}.`);
  if (result.pictures > 0) log(`Uploaded ${result.pictures} pictures.`);
  if (result.create > 0) log(`Published ${result.create} new versions.`);
  if (result.update > 0) log(`Updated ${result.update} versions.`);
  const kept = plans.filter(({ versions }) => versions.some(({ action }) => action === 'kept'));
  if (kept.length > 0) log(`Left as somebody made them: ${kept.map(({ name }) => name).join(', ')}.`);
  if (result.create + result.update === 0) log('The first content is there; nothing was changed.');
}

if (import.meta.main) await runAsCommand(loadSeed);
