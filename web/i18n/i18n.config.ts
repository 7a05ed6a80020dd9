import { locales } from '../shared/locales';

const order: Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/**
 * Chooses a plural form of a message by the language's own rules.
 *
 * A catalogue gives the forms in the order zero, one, two, few, many, other, leaving out those that
 * the language does not have: two in English, four in Russian.
 */
function pluralRule(locale: string): (count: number, forms: number) => number {
  const rules = new Intl.PluralRules(locale);
  const known = new Set(rules.resolvedOptions().pluralCategories);
  const categories = order.filter(category => known.has(category));
  return (count, forms) => Math.min(categories.indexOf(rules.select(count)), forms - 1);
}

export default defineI18nConfig(() => ({
  legacy: false,
  pluralRules: Object.fromEntries(locales.map(({ code }) => [code, pluralRule(code)])),
}));
