import type { Core } from '@strapi/strapi';

import { currentCaller } from '../access/caller';
import { ownAttributes, type Attribute } from '../content-rules/model';
import { partsOf } from '../content-rules/parts';
import { isRecord } from '../content-rules/write';
import { shownNodes } from '../content-rules/validation/rich-text';

/**
 * Brings drafts that are read for a preview into the form that published versions have, so that the site meets one form alone:
 * what is not written yet is empty, and what may not be published as it stands is left out.
 */
export function makeDraftsPresentable(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const result = await next();
    if (currentCaller(strapi) !== 'previewer') return result;
    const rows: unknown[] = [result].flat();
    for (const row of rows.filter(isRecord)) {
      tidy(context.contentType, row);
      for (const { uid, value } of partsOf(strapi, context.contentType, row)) tidy(strapi.getModel(uid), value);
    }
    return result;
  });
}

/** A field that was not asked for is not there at all. */
function tidy(model: { attributes: object }, value: Record<string, unknown>): void {
  for (const [name, attribute] of ownAttributes(model)) {
    if (value[name] === undefined) continue;
    if (!isInForm(attribute, value[name])) value[name] = null;
    if (attribute.type === 'blocks') value[name] = shownNodes(value[name]);
    if (value[name] === null && 'required' in attribute && attribute.required) value[name] = emptyValue(attribute);
  }
}

function isInForm(attribute: Attribute, value: unknown): boolean {
  return typeof value !== 'string' || !('regex' in attribute) || !attribute.regex || new RegExp(attribute.regex).test(value);
}

function emptyValue(attribute: Attribute): unknown {
  switch (attribute.type) {
    case 'blocks': return [];
    // The last one claims least: of grades, "very low".
    case 'enumeration': return attribute.enum.at(-1);
    case 'string':
    case 'text':
    case 'uid': return '';
    default: return null;
  }
}
