import type { Attribute, Attributes, Model } from '../model.ts';
import { isRecord, type Fields } from './content.ts';

/** Gives a copy of checked fields in which every relation and picture, in components too, is what `visit` makes of it. */
export function mapLinks(
  model: Model,
  attributes: Attributes,
  fields: Fields,
  visit: (attribute: Attribute, value: unknown) => unknown,
): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const attribute = attributes[name];
      if (!attribute) return [name, value];
      if (attribute.type === 'relation' || attribute.type === 'media') return [name, visit(attribute, value)];
      const inside = (entry: unknown) =>
        isRecord(entry) ? mapLinks(model, componentAttributes(model, attribute, entry), entry, visit) : entry;
      if (attribute.type !== 'component' && attribute.type !== 'dynamiczone') return [name, value];
      return [name, Array.isArray(value) ? value.map(inside) : inside(value)];
    }),
  );
}

/** Visits every list of components, the lists inside components too; entries are visited after the list that holds them. */
export function eachList(
  model: Model,
  attributes: Attributes,
  fields: Fields,
  visit: (entries: Fields[], path: string) => void,
  path = '',
): void {
  for (const [name, value] of Object.entries(fields)) {
    const attribute = attributes[name];
    if (attribute?.type !== 'component' && attribute?.type !== 'dynamiczone') continue;
    const here = path + name;
    const entries = Array.isArray(value) ? value.filter(isRecord) : [];
    if (Array.isArray(value)) visit(entries, here);
    for (const entry of isRecord(value) ? [value] : entries) {
      eachList(model, componentAttributes(model, attribute, entry), entry, visit, `${here}.${String(entry['key'] ?? '')}.`);
    }
  }
}

function componentAttributes(model: Model, attribute: Attribute, entry: Fields): Attributes {
  return model.components.get(attribute.component ?? String(entry['component'])) ?? {};
}
