import fs from 'node:fs';
import path from 'node:path';

import type { Core } from '@strapi/strapi';

/** One language of the site, as `locales.json` gives it. */
export interface Locale {
  code: string;
  /** In its own language. */
  name: string;
  dir: 'ltr' | 'rtl';
  /** Four-letter code after ISO 15924, if it was given. */
  script?: string;
}

let known: { file: string; locales: Locale[] } | undefined;

/** The locales of the site, the default one first. The file is named by LOCALES_FILE, if it is not at the project's root. */
export function siteLocales(): Locale[] {
  const file = localesFile();
  if (known?.file !== file) known = { file, locales: JSON.parse(fs.readFileSync(file, 'utf8')) };
  return known.locales;
}

function localesFile(): string {
  // From the compiled file, `cms/dist/src/content-rules/locales.js`.
  return process.env['LOCALES_FILE'] ?? path.resolve(__dirname, '..', '..', '..', '..', 'locales.json');
}

export const defaultLocale = (): string => siteLocales()[0]?.code ?? 'en';

export const isSiteLocale = (code: string): boolean => siteLocales().some(locale => locale.code === code);

/** Makes the CMS know every locale of the list, under its own name, the first as default. Others are left alone: they may hold content. */
export async function ensureLocales(strapi: Core.Strapi): Promise<void> {
  const service = strapi.plugin('i18n').service('locales');
  for (const { code, name } of siteLocales()) {
    const present = await service.findByCode(code);
    if (!present) await service.create({ code, name });
    else if (present.name !== name) await service.update({ id: present.id }, { name });
  }
  if ((await service.getDefaultLocale()) !== defaultLocale()) await service.setDefaultLocale({ code: defaultLocale() });
}
