import { isRecord } from '../../content-rules/write';
import { wordsFor } from '../../edit-views/words';
import { words, type Language } from '../../messages';
import type { Action } from './keep-draft';

/** Answers with forms in the language of the person who asks. They are kept in English. */
export const showingForms = (show: Action): Action => async (context) => {
  await show(context);
  context.body = translated(context.body, words().language);
};

/** Takes a form as a person arranged it in their own language, and keeps it in English. */
export const savingForms = (save: Action): Action => async (context) => {
  const { body } = context.request;
  context.request.body = { ...body, metadatas: metadatasIn(context.params.uid, body.metadatas, words().language, 'en') };
  await showingForms(save)(context);
};

/** All forms within an answer. */
function translated(answer: unknown, language: Language): unknown {
  if (!isRecord(answer)) return answer;
  const { uid, metadatas } = answer;
  if (typeof uid === 'string' && metadatas) return { ...answer, metadatas: metadatasIn(uid, metadatas, 'en', language) };
  return mapped(answer, part => translated(part, language));
}

/** Changes the words of a form from one language to another. What an administrator called otherwise stays as it is. */
function metadatasIn(uid: string, metadatas: unknown, from: Language, to: Language): unknown {
  return mapped(metadatas, (views, attribute) => {
    const [known, wanted] = [wordsFor(uid, attribute, from), wordsFor(uid, attribute, to)];
    const change = (text: unknown, name: string) => (name === 'label' || name === 'description') && text === known[name] ? wanted[name] : text;
    return mapped(views, texts => mapped(texts, change));
  });
}

const mapped = (value: unknown, change: (part: unknown, name: string) => unknown): unknown =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, change(part, name)])) : value;
