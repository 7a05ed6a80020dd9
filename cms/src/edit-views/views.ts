import fs from 'node:fs';
import path from 'node:path';

import type { Language } from '../messages';

/** What an editor reads in the form of a type or component. In other languages than English, one file each in the folder of the language, and `common.json` for what is the same in many. */
interface ViewWords {
  /** Of the type or component, in place of the schema's. */
  name?: string;
  /** In English where the name of the attribute, spelled out, does not say enough. */
  labels?: Record<string, string>;
  descriptions: Record<string, string>;
}

/** What an editor sees of a type or component; one JSON file each, named after it: `article.json`, `block.text.json`. */
export interface EditView extends ViewWords {
  /** The attribute by which an entry is called; `id` for a component that has none to be called by. */
  mainField: string;
  /** Columns of the list; components have none. */
  list?: string[];
  /** Rows of the form. */
  edit: string[][];
}

let known: Map<string, EditView> | undefined;
const translated = new Map<Language, Map<string, ViewWords>>();

/** All edit views, by the name of their type or component. */
export function editViews(): Map<string, EditView> {
  known ??= filesIn<EditView>(__dirname);
  return known;
}

/** The words of all edit views in a language, by the name of their type or component. */
export function viewsIn(language: Language): Map<string, ViewWords> {
  if (language === 'en') return editViews();
  const views = translated.get(language) ?? filesIn<ViewWords>(path.join(__dirname, language));
  translated.set(language, views);
  return views;
}

function filesIn<Content>(folder: string): Map<string, Content> {
  const files = fs.readdirSync(folder).filter(file => file.endsWith('.json'));
  return new Map(files.map(file => [path.basename(file, '.json'), JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'))]));
}
