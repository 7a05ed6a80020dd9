import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * Where the site reaches the CMS.
 *
 * @throws Error when CMS_URL is no address
 */
export function cmsUrl(): string {
  const url = process.env.CMS_URL ?? `http://127.0.0.1:${process.env.CMS_PORT ?? 1337}`;
  if (!/^https?:/.test(url) || !URL.canParse(url)) throw new Error(`CMS_URL is not an address: ${url}`);
  return url;
}

/**
 * The site's leave to read from the CMS.
 *
 * @throws Error when it is given nowhere, or twice, or in a file that holds none
 */
export const readToken = (): string => required('CMS_READ_TOKEN');

/** The previews' leave to read drafts. Throws as `readToken` does. */
export const previewToken = (): string => required('CMS_PREVIEW_TOKEN');

/** What the tickets of previews are signed with. Throws as `readToken` does. */
export const previewSecret = (): string => required('PREVIEW_SECRET');

/**
 * Where people find the admin of the CMS.
 *
 * @throws Error when ADMIN_URL is no address
 */
export function adminUrl(): string {
  const url = process.env.ADMIN_URL ?? cmsUrl();
  if (!/^https?:/.test(url) || !URL.canParse(url)) throw new Error(`ADMIN_URL is not an address: ${url}`);
  return url;
}

/**
 * The public origin of the site.
 *
 * @param port where it listens, for want of SITE_URL.
 * @throws Error when SITE_URL is no address
 */
export function publicOriginOf(port: number): string {
  const url = process.env.SITE_URL ?? `http://localhost:${port}`;
  if (!/^https?:/.test(url) || !URL.canParse(url)) throw new Error(`SITE_URL is not an address: ${url}`);
  return new URL(url).origin;
}

/** Where the site keeps the pages that it has rendered, and the assets that they need. */
export function pageCacheDirectory(): string {
  return resolve(process.env.PAGE_CACHE_DIR ?? '.data/pages');
}

/** Whether what a page rests on is told to caches on the way. */
export function areSurrogateKeysSent(): boolean {
  return process.env.SURROGATE_KEYS === 'on';
}

/** Whether pages are kept; without, every page is rendered for each reader, which is for measuring. */
export function isPageCacheOn(): boolean {
  return process.env.PAGE_CACHE !== 'off';
}

function required(name: string): string {
  const value = secret(name);
  if (!value) throw new Error(`${name} is not set. "npm start" writes it to .env; elsewhere, give it as an environment variable, or name a file that holds it in ${name}_FILE.`);
  return value;
}

/** Where the site keeps pictures: those of the CMS that it has fetched, and in "share" those that it has drawn. */
export function mediaDirectory(): string {
  return resolve(process.env.MEDIA_CACHE_DIR ?? '.data/media');
}

/** From the variable itself or from the file that `<name>_FILE` names, without the line break at its end. */
function secret(name: string): string | undefined {
  const value = process.env[name];
  const file = process.env[`${name}_FILE`];
  if (!file) return value;
  if (value) throw new Error(`Both ${name} and ${name}_FILE are set: take one of them away.`);
  const text = readSecret(file, name).replace(/\r?\n$/, '');
  if (text === '') throw new Error(`${name}_FILE: ${file} is empty.`);
  return text;
}

function readSecret(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`${name}_FILE: ${file} cannot be read (${cause instanceof Error ? cause.message : String(cause)}).`, { cause });
  }
}
