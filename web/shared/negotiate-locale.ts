import { defaultLocale, isLocale } from './locales';

/** The visitor's locale by their browser's wishes, in order of weight; the default one where none fits. */
export function negotiateLocale(acceptLanguage: string | undefined): string {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map(parameter => parameter.trim()).find(parameter => parameter.startsWith('q='));
      return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight.slice(2)) };
    })
    .filter(wish => wish.weight > 0)
    .sort((one, other) => other.weight - one.weight);
  for (const { tag } of wishes) {
    if (isLocale(tag)) return tag;
    const [language = ''] = tag.split('-');
    if (isLocale(language)) return language;
  }
  return defaultLocale;
}
