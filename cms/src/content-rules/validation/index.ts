import type { Core } from '@strapi/strapi';

import { words } from '../../messages';
import { hasDrafts, savedStage } from '../model';
import { deepPopulate, partsOf } from '../parts';
import { inStage, type Row } from '../rows';
import { titleOf } from '../titles';
import type { Write } from '../write';
import { foundByStrapi, inWords } from './forms';
import { placed, refusal, type PlacedFault } from './refusal';
import { documentRules, everyNode, nodeRules } from './rules';
import { subjectOf, type Fault, type Subject } from './subject';

/**
 * Does a write, unless it would show readers a faulty version: when it publishes, or saves a type without drafts.
 * It looks at what was written, so it belongs into the transaction of the write. Of two equal versions it looks at
 * the draft, whose links hold what is not published yet too.
 *
 * @returns what the write gave
 * @throws ValidationError with all faults, each with its path; those that Strapi itself finds are among them
 */
export async function writeWithoutFaults<Result>(strapi: Core.Strapi, write: Write, next: () => Promise<Result>): Promise<Result> {
  let result: Result;
  try {
    result = await next();
  } catch (error) {
    const found = foundByStrapi(error);
    if (!found) throw error;
    const type = strapi.contentType(write.uid);
    const brought = [{ uid: type.uid, value: write.data, path: [] }, ...partsOf(strapi, type, write.data)];
    const nodes = write.saves ? brought : ((await versionsOf(strapi, write, write.documentId))[0]?.subject.nodes ?? []);
    const ofForm = inWords(strapi, nodes, found);
    const others = write.action === 'publish' ? await faultsIn(strapi, write, write.documentId) : [];
    const isOther = ({ path }: PlacedFault) => !ofForm.some(fault => fault.path.join('.') === path.join('.'));
    throw refusal([...placed(strapi, nodes, ofForm), ...others.filter(isOther)]);
  }
  const faults = await faultsIn(strapi, write, write.documentIdAfter(result));
  if (faults.length > 0) throw refusal(faults);
  return result;
}

async function faultsIn(strapi: Core.Strapi, write: Write, documentId: string | undefined): Promise<PlacedFault[]> {
  const isShown = hasDrafts(strapi.contentType(write.uid)) ? write.publishes : write.saves;
  if (!isShown) return [];
  const versions = await versionsOf(strapi, write, documentId);
  const found = await Promise.all(versions.map(async ({ subject, name }) => placed(strapi, subject.nodes, await faultsOf(subject), name)));
  return found.flat();
}

/** The versions that a write is about, with the name of each, where one has to be told from others. */
async function versionsOf(strapi: Core.Strapi, write: Write, documentId: string | undefined): Promise<{ subject: Subject; name: string }[]> {
  if (!documentId) return [];
  const type = strapi.contentType(write.uid);
  const rows: Row[] = await strapi.db.query(write.uid).findMany({
    where: { documentId, ...inStage(strapi, write.uid, savedStage(type)) },
    populate: deepPopulate(strapi, type, ['media', 'relation']),
  });
  const locales = write.locales(rows);
  const written = write.isLocalized ? rows.filter(row => locales.includes(row.locale ?? '')) : rows;
  return written.map(row => ({
    subject: subjectOf(strapi, type, row),
    name: [isInBulk(strapi) && words().quoted(titleOf(row) ?? documentId), written.length > 1 && row.locale].filter(Boolean).join(', '),
  }));
}

/** Whether an editor publishes several documents at once, and must be told which one is at fault. */
const isInBulk = (strapi: Core.Strapi): boolean => strapi.requestContext.get()?.path.endsWith('/actions/bulkPublish') ?? false;

async function faultsOf(subject: Subject): Promise<Fault[]> {
  const ofNodes = subject.nodes.flatMap(node => [...everyNode, ...(nodeRules[node.uid] ?? [])].flatMap(rule => rule(node, subject)));
  const ofDocument = await Promise.all(documentRules.map(rule => rule(subject)));
  return [...ofNodes, ...ofDocument.flat()];
}
