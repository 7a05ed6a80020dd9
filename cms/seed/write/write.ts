import type { Core } from '@strapi/strapi';

import type { Model } from '../model.ts';
import { createDocument, publishDocument, updateDocument, type Holdings } from './cms.ts';
import { blanks, toData, type Targets } from './data.ts';
import type { Ledger } from './ledger.ts';
import { localeOf, type Action, type Plan, type Version } from './plan.ts';
import { refusal } from './refusal.ts';
import { storedDigest } from './snapshot.ts';

interface Context {
  strapi: Core.Strapi;
  model: Model;
  ledger: Ledger;
  holdings: Holdings;
  /** All locales, the default one first. */
  locales: string[];
  picture(name: string): number;
}

/**
 * Carries the plans out in their order, and notes in the ledger what the CMS holds then.
 * A document that points to one that comes later is written again when all are there.
 *
 * @throws SeedError that names the version that the CMS refused, and why
 */
export async function writePlans(plans: Plan[], context: Context): Promise<void> {
  const byName = new Map(plans.map(plan => [plan.name, plan]));
  const targets: Targets = {
    locales: context.locales,
    picture: context.picture,
    document(name) {
      const plan = byName.get(name);
      const locales = plan?.documentId && context.holdings.get(plan.document.type.uid)?.get(plan.documentId);
      return plan?.documentId && locales ? { documentId: plan.documentId, locales } : undefined;
    },
  };
  const isComing = (name: string) => byName.get(name)?.versions.some(({ action }) => action === 'create') ?? false;
  const work = plans.filter(plan => toWrite(plan).length > 0);
  const touched = await siblingsThatSomebodyTouched(work, context);

  const again = new Set<Plan>();
  for (const plan of work) {
    const missing = await writePlan(plan, targets, context);
    if (missing.some(isComing)) again.add(plan);
  }
  for (const plan of again) await writePlan(plan, targets, context);
  // Last: a version may name any document of the content in its text, and is refused where there is none.
  for (const plan of work) await publishPlan(plan, context);
  for (const plan of work) await note(plan, touched, context);
}

/** New versions first: Strapi gives them the facts of those that there are, and so must not have the last word. */
function toWrite({ versions }: Plan): Version[] {
  const doing = (action: Action) => versions.filter(version => version.action === action);
  return [...doing('create'), ...doing('update')];
}

/** Writes what a plan holds, as drafts. @returns the names that could not be linked */
async function writePlan(plan: Plan, targets: Targets, { strapi, model, holdings }: Context): Promise<string[]> {
  const { type } = plan.document;
  const missing: string[] = [];
  for (const version of toWrite(plan)) {
    const locale = localeOf(version.locale);
    const { data, missing: lacks } = toData(type, version.fields, version.locale, model, targets);
    missing.push(...lacks);
    await refusal(plan, version.locale, async () => {
      if (!plan.documentId) plan.documentId = await createDocument(strapi, type, locale, data);
      else await updateDocument(strapi, type, plan.documentId, locale, { ...blanks(type), ...data });
    });
    hold(holdings, type.uid, plan.documentId, version.locale);
  }
  return missing;
}

async function publishPlan(plan: Plan, { strapi }: Context): Promise<void> {
  const locales = toWrite(plan).map(({ locale }) => locale);
  const { documentId } = plan;
  if (documentId) await refusal(plan, locales.join(', '), () => publishDocument(strapi, plan.document.type, documentId, locales));
}

function hold(holdings: Holdings, uid: string, documentId: string | undefined, locale: string): void {
  const versions = documentId && holdings.get(uid)?.get(documentId);
  if (versions) versions.add(locale);
  else if (documentId) holdings.get(uid)?.set(documentId, new Set([locale]));
}

/**
 * Writing one version changes the facts of its siblings too. Those that nobody touched before stay the loader's,
 * and are noted anew; this finds the others.
 */
async function siblingsThatSomebodyTouched(plans: Plan[], { strapi, model, ledger }: Context): Promise<Set<string>> {
  const touched = new Set<string>();
  for (const { name, document } of plans) {
    const entry = ledger.documents[name];
    for (const [locale, { stored }] of Object.entries(entry?.versions ?? {})) {
      if (!entry) continue;
      const now = await storedDigest(strapi, model, document.type, entry.documentId, localeOf(locale));
      if (now !== stored) touched.add(`${name} ${locale}`);
    }
  }
  return touched;
}

async function note(plan: Plan, touched: Set<string>, { strapi, model, ledger }: Context): Promise<void> {
  const { name, document, documentId } = plan;
  if (!documentId) return;
  const entry = (ledger.documents[name] ??= { documentId, versions: {} });
  for (const { locale, input, action } of plan.versions) {
    if (action === 'kept' || touched.has(`${name} ${locale}`)) continue;
    entry.versions[locale] = { input, stored: await storedDigest(strapi, model, document.type, documentId, localeOf(locale)) };
  }
}
