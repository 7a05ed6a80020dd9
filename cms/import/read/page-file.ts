import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { exitCodes, ImportError } from '../errors.ts';

/** A saved page, decoded. */
export interface PageFile {
  /** Where its pictures are looked for. */
  folder: string;
  kind: 'html' | 'markdown';
  text: string;
}

const kinds: Record<string, PageFile['kind']> = { '.md': 'markdown', '.markdown': 'markdown', '.html': 'html', '.htm': 'html', '.xhtml': 'html', '': 'html' };

/**
 * Reads a saved page from disk.
 *
 * @throws ImportError when there is no such file, it is empty, neither HTML nor Markdown, or in an encoding that nobody names
 */
export async function readPageFile(file: string): Promise<PageFile> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw refusal(error.code === 'EISDIR'
      ? `${file} is a folder. Name the saved page in it.`
      : `${file} cannot be read (${error.code ?? 'unknown error'}). Check the path; it is taken from where the command is called.`);
  });
  const kind = kinds[path.extname(file).toLowerCase()];
  const neither = `${file} is neither HTML nor Markdown. Save the page as .html from a browser, or its text as .md.`;
  if (kind === undefined || (bytes.includes(0) && utf16In(bytes) === undefined)) throw refusal(neither);
  const text = decode(bytes, file);
  if (text.trim() === '') throw refusal(`${file} is empty. Save the page again ("web page, HTML only" in a browser).`);
  if (kind === 'html' && !/<(?:!doctype html|html|body|article|main|h1|p)\b/i.test(text)) throw refusal(neither);
  return { folder: path.dirname(path.resolve(file)), kind, text };
}

/**
 * Reads UTF-8, else what the page says of itself, as older Russian pages do. Text in another encoding is practically never
 * valid UTF-8, while pages that were converted on the way often still name their old encoding.
 */
function decode(bytes: Buffer, file: string): string {
  const utf16 = utf16In(bytes);
  const utf8 = utf16 ? null : decodeAs('utf-8', bytes);
  if (utf8 !== null) return utf8;
  const label = utf16 ?? /(?:charset|encoding)\s*=\s*["']?([\w-]+)/i.exec(bytes.subarray(0, 2048).toString('latin1'))?.[1];
  const text = label === undefined ? null : decodeAs(label, bytes);
  if (text !== null) return text;
  const said = label === undefined ? 'its encoding is not UTF-8, and it does not name another one' : `it says that its encoding is ${label}, but it is not`;
  throw refusal(`${file} cannot be read: ${said}. Save it as UTF-8, or name its encoding at its top, as in <meta charset="windows-1251">.`);
}

/** The text, or null where the bytes are not in this encoding or there is none of this name. */
function decodeAs(label: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The name of the encoding that a byte order mark stands for. */
function utf16In(bytes: Buffer): string | undefined {
  const mark = bytes.subarray(0, 2).toString('hex');
  return { fffe: 'utf-16le', feff: 'utf-16be' }[mark];
}

function refusal(message: string): ImportError {
  return new ImportError(message, exitCodes.usage);
}
