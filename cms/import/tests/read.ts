import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Element } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

import { heldTexts } from '../account.ts';
import { findLocale } from '../locales.ts';
import { findPictures } from '../pictures.ts';
import { readPage, type ReadPage } from '../read-page.ts';
import { findAll, isUnseen } from '../read/elements.ts';
import { type Report, reportOn } from '../report/report.ts';
import { wordsOf } from '../text.ts';

export const pages = path.join(import.meta.dirname, 'pages');

/** The saved page that the model was drawn from: it lies beside the project where the project is made, and nowhere else. */
export const modelPage = path.resolve(import.meta.dirname, '../../../../shared/seed/article.html');

/** Reads and reports on a page given as text. */
export function read(text: string, { kind = 'html', locale = 'en', folder = pages }: { kind?: 'html' | 'markdown'; locale?: string; folder?: string } = {}): ReadPage & { report: Report } {
  const page = readPage({ kind, text }, locale);
  return { ...page, report: reportOn(page, findLocale(locale), findPictures(page.draft, folder)) };
}

export const readFixture = (name: string, locale: string) =>
  read(readFileSync(path.join(pages, name), 'utf8'), { kind: name.endsWith('.md') ? 'markdown' : 'html', locale });

/** A page with a title, a lead and this. */
export const article = (content: string) => `<!doctype html><article><h1>A title</h1><p>A lead.</p>${content}</article>`;

/** The words of an HTML page's article that neither the draft nor the report has, each counted as often as it occurs. */
export function lostWords(html: string, { draft, report }: ReturnType<typeof read>): string[] {
  const held = [draft.title, ...heldTexts(draft), ...[...report.leftOut, ...report.unplaced].map(({ text }) => text)].flatMap(wordsOf);
  return wordsInArticle(html).filter((word) => {
    const place = held.indexOf(word);
    if (place >= 0) held.splice(place, 1);
    return place < 0;
  });
}

function wordsInArticle(html: string): string[] {
  const tree = unified().use(rehypeParse).parse(html);
  const [found]: (Element | undefined)[] = findAll(tree, ({ tagName }) => tagName === 'article');
  const words: string[] = [];
  if (found) {
    visit(found, (node) => {
      if (isUnseen(node)) return 'skip';
      if (node.type === 'text') words.push(...wordsOf(node.value));
    });
  }
  return words;
}

/** The findings of a rule, as their message and the words of their places. */
export function found(report: Report, rule: string): { message: string; places: string[] }[] {
  return report.findings.filter(finding => finding.rule === rule).map(({ message, places }) => ({ message, places: places.map(({ text }) => text) }));
}
