import type { Model } from '../model.ts';
import { nameOf, type SeedDocument } from './content.ts';
import { mapLinks } from './walk.ts';

/** Names of the documents that a document points to. */
function referencesOf(document: SeedDocument, model: Model): string[] {
  const names = new Set<string>();
  for (const { fields } of [document.shared, ...document.words.values()]) {
    mapLinks(model, document.type.attributes, fields, (attribute, value) => {
      const plural = model.types.get(attribute.target ?? '')?.plural;
      if (plural) for (const id of [value].flat()) names.add(`${plural}/${String(id)}`);
      return value;
    });
  }
  return [...names];
}

/**
 * Puts documents after those that they point to, as far as that goes: in a circle one of them comes first.
 * Types that point to nothing lead, since texts cite sources without a relation.
 */
export function inOrder(documents: Map<string, SeedDocument>, model: Model): SeedDocument[] {
  const ordered = new Set<SeedDocument>();
  const entered = new Set<SeedDocument>();
  const visit = (document: SeedDocument) => {
    if (entered.has(document)) return;
    entered.add(document);
    for (const name of referencesOf(document, model)) {
      const target = documents.get(name);
      if (target) visit(target);
    }
    ordered.add(document);
  };
  const pointsSomewhere = (document: SeedDocument) =>
    Object.values(document.type.attributes).some(attribute => attribute.type === 'relation');
  const sorted = [...documents.values()].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
  for (const document of sorted.filter(each => !pointsSomewhere(each))) visit(document);
  for (const document of sorted) visit(document);
  return [...ordered];
}
