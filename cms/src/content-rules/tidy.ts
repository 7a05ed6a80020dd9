import type { Core } from '@strapi/strapi';

import { ownAttributes } from './model';
import { partsOf } from './parts';
import { toSlug } from './slugs/transliterate';
import type { Write } from './write';

type Tidy = (text: string) => string;

const upper: Tidy = text => text.toUpperCase();
const withScheme: Tidy = text => (/^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(text) ? `https://${text}` : text);
const codes: Tidy = text => text.split(/[\s,;]+/).map(code => (code.includes('-') ? code : code.toLowerCase())).join(', ');

/** What people paste or type, brought into the form of the field, by the field's name. */
const tidiers: Record<string, Tidy> = {
  base: upper,
  citationKey: toSlug,
  code: toSlug,
  country: upper,
  currency: upper,
  doi: text => text.replace(/^(https?:\/\/)?(dx\.|www\.)?doi\.org\/|^doi:\s*/i, '').replace(/%2F/gi, '/'),
  hiddenIn: codes,
  icd10: upper,
  languagesSpoken: codes,
  pmid: text => /([1-9]\d{0,8})\/?$/.exec(text)?.[1] ?? text,
  reference: toSlug,
  referenceCurrency: upper,
  registerUrl: withScheme,
  sourceLocale: codes,
  titleLanguage: codes,
  trialRegistration: upper,
  url: withScheme,
  website: withScheme,
};

/** Before a save: brings values that have a form into it, where it is plain how, in the document and its parts. */
export function tidyForms(strapi: Core.Strapi, write: Write): void {
  const type = strapi.contentType(write.uid);
  for (const { uid, value } of [{ uid: type.uid, value: write.data }, ...partsOf(strapi, type, write.data)]) {
    if (uid === 'block.video') tidyVideo(value);
    for (const [name, attribute] of ownAttributes(strapi.getModel(uid))) {
      const text = value[name];
      if (!('regex' in attribute) || !attribute.regex || typeof text !== 'string') continue;
      const form = new RegExp(attribute.regex);
      const tidied = form.test(text) ? text : (tidiers[name]?.(text.trim()) ?? text.trim());
      if (form.test(tidied)) value[name] = tidied;
    }
  }
}

const addresses: Record<string, RegExp> = {
  youtube: /(?:youtu\.be\/|youtube(?:-nocookie)?\.com\/(?:watch\?(?:.*&)?v=|embed\/|shorts\/|live\/))([\w-]{6,20})/,
  vimeo: /vimeo\.com\/(?:video\/)?(\d{6,20})/,
};

/** The address of a video says where it is kept and which one it is. */
function tidyVideo(value: Record<string, unknown>): void {
  for (const [provider, address] of Object.entries(addresses)) {
    const [, videoId] = address.exec(String(value['videoId'])) ?? [];
    if (videoId) Object.assign(value, { provider, videoId });
  }
}
