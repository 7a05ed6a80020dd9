import fs from 'node:fs';
import path from 'node:path';

/** What an editor sees of a type or component; one JSON file each, named after it: `article.json`, `block.text.json`. */
export interface EditView {
  /** The attribute by which an entry is called; `id` for a component that has none to be called by. */
  mainField: string;
  /** Columns of the list; components have none. */
  list?: string[];
  /** Rows of the form. */
  edit: string[][];
  /** Where the name of the attribute, spelled out, does not say enough. */
  labels?: Record<string, string>;
  descriptions: Record<string, string>;
}

let known: Map<string, EditView> | undefined;

/** All edit views, by the name of their type or component. */
export function editViews(): Map<string, EditView> {
  known ??= readViews();
  return known;
}

function readViews(): Map<string, EditView> {
  const files = fs.readdirSync(__dirname).filter(file => file.endsWith('.json'));
  return new Map(files.map(file => [path.basename(file, '.json'), JSON.parse(fs.readFileSync(path.join(__dirname, file), 'utf8'))]));
}

/** What the form calls an attribute, and says about it. */
export function wordsFor(uid: string, attribute: string): { label: string; description: string } {
  const view = editViews().get(uid.startsWith('api::') ? (uid.split('.')[1] ?? '') : uid);
  return { label: view?.labels?.[attribute] ?? spelledOut(attribute), description: view?.descriptions[attribute] ?? '' };
}

/** `medicalReviewer` as "Medical reviewer". */
function spelledOut(name: string): string {
  const words = name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
