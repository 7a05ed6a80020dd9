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

/**
 * Reads a saved page from disk.
 *
 * @throws ImportError when there is no such file, it is empty, or it is neither HTML nor Markdown
 */
export async function readPageFile(file: string): Promise<PageFile> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw refusal(error.code === 'EISDIR'
      ? `${file} is a folder. Name the saved page in it.`
      : `${file} cannot be read (${error.code ?? 'unknown error'}). Check the path; it is taken from where the command is called.`);
  });
  const text = decode(bytes);
  if (text.trim() === '') throw refusal(`${file} is empty. Save the page again ("web page, HTML only" in a browser).`);
  return { folder: path.dirname(path.resolve(file)), kind: kindOf(file, text), text };
}

function kindOf(file: string, text: string): PageFile['kind'] {
  const extension = path.extname(file).toLowerCase();
  const html = /<(?:!doctype html|html|body|article|main|h1|p)\b/i.test(text);
  if (!text.includes('\0')) {
    if (['.md', '.markdown'].includes(extension)) return 'markdown';
    if (html && ['.html', '.htm', '.xhtml', ''].includes(extension)) return 'html';
  }
  throw refusal(`${file} is neither HTML nor Markdown. Save the page as .html from a browser, or its text as .md.`);
}

/** UTF-8 unless the page names another encoding, as older Russian pages do. */
function decode(bytes: Buffer): string {
  const [, label = 'utf-8'] = /charset\s*=\s*["']?([\w-]+)/i.exec(bytes.subarray(0, 2048).toString('latin1')) ?? [];
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function refusal(message: string): ImportError {
  return new ImportError(message, exitCodes.usage);
}
