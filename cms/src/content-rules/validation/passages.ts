import { isRecord } from '../write';
import { richNodes } from './rich-text';
import { allFields, type Field, type Subject } from './subject';

/** Words that need no translation where they are in Latin letters: names, codes, and variants that are listed to be avoided. */
const untranslated: Record<string, string[]> = {
  'api::clinic.clinic': ['name'],
  'api::glossary-term.glossary-term': ['forbiddenVariants'],
  'api::person.person': ['name', 'credentials'],
  'api::review.review': ['translatedBy'],
  'api::site.site': ['brand', 'address'],
  'shared.criterion': ['value'],
  'shared.figure': ['credit'],
};

/** The fields whose words are of one language, and that a reader meets. */
export const fieldsOfWords = (subject: Subject): Field[] => allFields(subject).filter(isOfWords);

function isOfWords({ uid, attribute }: Field): boolean {
  if (attribute.type === 'blocks') return true;
  if ((attribute.type !== 'string' && attribute.type !== 'text') || ('regex' in attribute && attribute.regex)) return false;
  const { i18n }: { i18n?: { localized?: boolean } } = attribute.pluginOptions ?? {};
  return !uid.startsWith('api::') || i18n?.localized === true;
}

export const mayStayLatin = ({ uid, name }: Field): boolean => untranslated[uid]?.includes(name) ?? false;

/** The texts of a field that are read in one go: all of it, or each paragraph, heading and list entry. Addresses and citations are left out. */
export function passagesOf({ attribute, value, path }: Field): string[] {
  const texts = attribute.type === 'blocks' ? richNodes(value, path).map(({ node }) => (node['type'] === 'link' ? '' : textIn(node))) : [String(value)];
  return texts.map(text => text.replace(/\s*\[@[^\]]*\]|https?:\/\/\S+|\S+@\S+/g, '').replace(/\s+/g, ' ').trim()).filter(Boolean);
}

/** The text that stands directly in a node, in its links too. */
function textIn({ children }: Record<string, unknown>): string {
  if (!Array.isArray(children)) return '';
  return children.filter(isRecord).map(child => (typeof child['text'] === 'string' ? child['text'] : child['type'] === 'link' ? textIn(child) : '')).join('');
}
