import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { hasDrafts, savedStage } from '../model';
import { deepPopulate } from '../parts';
import { inStage, type Row } from '../rows';
import { titleOf } from '../titles';
import type { Write } from '../write';
import { documentRules, everyNode, nodeRules } from './rules';
import { subjectOf, type Fault, type Subject } from './subject';

/**
 * Refuses a write that would show readers a faulty version: when it publishes, or saves a type without drafts.
 * It looks at what was written, so it belongs into the transaction of the write, after it. Of two equal versions it looks at
 * the draft, whose links hold what is not published yet too.
 *
 * @throws ValidationError with all faults, each with its path
 */
export async function refuseFaults(strapi: Core.Strapi, write: Write, documentId: string): Promise<void> {
  const type = strapi.contentType(write.uid);
  if (hasDrafts(type) ? !write.publishes : !write.saves) return;

  const rows: Row[] = await strapi.db.query(write.uid).findMany({
    where: { documentId, ...inStage(strapi, write.uid, savedStage(type)) },
    populate: deepPopulate(strapi, type, ['media', 'relation']),
  });
  const locales = write.locales(rows);
  const written = write.isLocalized ? rows.filter(row => locales.includes(row.locale ?? '')) : rows;
  const faults: Fault[] = [];
  for (const row of written) {
    const found = await faultsOf(subjectOf(strapi, type, row));
    const place = [isInBulk(strapi) && `“${titleOf(row) ?? documentId}”`, written.length > 1 && row.locale].filter(Boolean).join(', ');
    faults.push(...found.map(({ path, message }) => ({ path, message: place ? `${place}: ${message}` : message })));
  }
  if (faults.length > 0) throw refusal(faults);
}

/** Whether an editor publishes several documents at once, and must be told which one is at fault. */
const isInBulk = (strapi: Core.Strapi): boolean => strapi.requestContext.get()?.path.endsWith('/actions/bulkPublish') ?? false;

async function faultsOf(subject: Subject): Promise<Fault[]> {
  const ofNodes = subject.nodes.flatMap(node => [...everyNode, ...(nodeRules[node.uid] ?? [])].flatMap(rule => rule(node, subject)));
  const ofDocument = await Promise.all(documentRules.map(rule => rule(subject)));
  return [...ofNodes, ...ofDocument.flat()];
}

function refusal(faults: Fault[]): Error {
  const [first] = faults;
  const message = faults.length === 1 && first ? first.message : `${faults.length} things must be mended first: ${faults.map(fault => fault.message).join(' ')}`;
  return new errors.ValidationError(message, { errors: faults.map(({ path, message }) => ({ path, message, name: 'ValidationError' })) });
}
