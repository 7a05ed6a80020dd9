import { isRecord } from '../../content-rules/write';
import type { Action } from './keep-draft';

/** What is used here of a person's rights. */
interface Ability {
  can(action: string): boolean;
  rulesFor(action: string, subject: string): { fields?: string[] }[];
}

const arranging = ['plugin::content-manager.collection-types.configure-view', 'plugin::content-manager.single-types.configure-view'];

/**
 * Answers with a form in which the rows that the person may write in come first: a medical reviewer's dates, a translator's words.
 * Those who may write nothing, and those who arrange the form for all, have it as it is.
 */
export const writableFirst = (show: Action): Action => async (context) => {
  await show(context);
  const ability: Ability = context.state['userAbility'];
  if (arranging.some(action => ability.can(action))) return;
  const rules = ability.rulesFor('plugin::content-manager.explorer.update', context.params.uid);
  const writable = new Set(rules.flatMap(({ fields = [] }) => fields).map(path => path.split('.')[0]));
  for (const layouts of layoutsIn(context.body)) {
    const mayWrite = (row: Row) => row.some(({ name }) => writable.has(name));
    layouts.edit = [...layouts.edit.filter(mayWrite), ...layouts.edit.filter(row => !mayWrite(row))];
  }
};

type Row = { name: string }[];

/** The layout of the type itself; the components of its parts have none of their own here. */
function layoutsIn(answer: unknown): { edit: Row[] }[] {
  if (!isRecord(answer) || !isRecord(answer['data']) || !isRecord(answer['data']['contentType'])) return [];
  const { layouts } = answer['data']['contentType'];
  return isRecord(layouts) && isLayout(layouts) ? [layouts] : [];
}

const isLayout = (layouts: object): layouts is { edit: Row[] } => 'edit' in layouts && Array.isArray(layouts.edit);
