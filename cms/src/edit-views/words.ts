import type { Schema } from '@strapi/strapi';

import type { Language } from '../messages';
import { viewsIn } from './views';

interface FieldWords {
  label: string;
  description: string;
}

/** What the form calls an attribute, and says about it. */
export function wordsFor(uid: string, attribute: string, language: Language): FieldWords {
  const views = viewsIn(language);
  const [own, common] = [views.get(viewName(uid)), views.get('common')];
  return {
    label: own?.labels?.[attribute] ?? common?.labels?.[attribute] ?? spelledOut(attribute),
    description: own?.descriptions[attribute] ?? common?.descriptions[attribute] ?? '',
  };
}

/** What a type or component is called. */
export const nameOf = (model: Schema.Schema, language: Language): string =>
  viewsIn(language).get(viewName(model.uid))?.name ?? model.info.displayName;

const viewName = (uid: string): string => (uid.startsWith('api::') ? (uid.split('.')[1] ?? '') : uid);

/** `medicalReviewer` as "Medical reviewer". */
function spelledOut(name: string): string {
  const words = name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
