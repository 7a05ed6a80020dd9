import type { Element, Nodes, Root } from 'hast';
import { visit } from 'unist-util-visit';

import { exitCodes, ImportError } from '../errors.ts';
import type { Notes } from '../notes.ts';
import { clean } from '../text.ts';
import { attribute, findAll, hasClass, isElement, isUnseen, textOf, without } from './elements.ts';
import { identityOf, wholeAddress } from './identity.ts';
import type { ParsedPage } from './parse.ts';

/** The article of a page, without the site around it. */
export interface FoundArticle {
  title: string;
  content: Element;
  /** Known again when the page comes back. */
  identity: string;
  /** Its words for search engines; null where it has none. */
  description: string | null;
}

const chromeTags = ['header', 'nav', 'footer', 'aside', 'form', 'dialog', 'menu'];
const chromeClasses = /(?:^|[\s_-])(?:share|sharing|social|sharedaddy|breadcrumbs?|toc|table-of-contents|cookie|newsletter|comments?|sidebar|author-box|post-navigation|skip-link|screen-reader-text)(?=$|[\s_-])/i;

/**
 * Finds the article and sets the site's chrome aside, with its words in the notes.
 *
 * @throws ImportError when the page has no title or no text
 */
export function findArticle({ tree, frontMatter }: ParsedPage, notes: Notes): FoundArticle {
  const root = articleElement(tree);
  noteOutside(tree, root, notes);
  for (const element of findAll(root, isChrome)) leaveOut(element, notes);
  const whole = without(root, element => isChrome(element) || isUnseen(element));
  const heading = findAll(whole, element => element.tagName === 'h1')[0] ?? findAll(tree, element => element.tagName === 'h1')[0];
  const title = heading ? textOf(heading) : (frontMatter['title'] ?? meta(tree, 'og:title') ?? titleElement(tree));
  const content = without(whole, element => element === heading || (element.tagName === 'h1' && textOf(element) === title));
  if (title === '') throw new ImportError('The page has no title: no h1, no <title>, no "title" in its front matter. Give it one.', exitCodes.usage);
  if (textOf(content) === '') throw new ImportError('The page has a title but no text. Was it saved before it had loaded?', exitCodes.usage);
  const address = frontMatter['canonical'] ?? canonical(tree);
  if (address !== undefined && wholeAddress(address) === null) {
    notes.unplaced.push({ what: 'canonical address', text: address, why: 'it names no site, so the page is known by its title' });
  }
  const named = frontMatter['title'];
  if (heading && named !== undefined && clean(named) !== title) {
    notes.unplaced.push({ what: 'front matter', text: `title: ${named}`, why: 'the title is that of the first heading' });
  }
  for (const [name, value] of Object.entries(frontMatter)) {
    if (!['title', 'description', 'canonical'].includes(name)) {
      notes.unplaced.push({ what: 'front matter', text: `${name}: ${value}`, why: 'chosen by an editor in the admin' });
    }
  }
  return {
    title,
    content,
    identity: identityOf(address, title),
    description: frontMatter['description'] ?? meta(tree, 'description') ?? null,
  };
}

/** The closest element that holds the title and the text: `article`, `main`, or the body. */
function articleElement(tree: Root): Element {
  const hasTitle = (element: Element) => findAll(element, ({ tagName }) => tagName === 'h1').length > 0;
  const articles = findAll(tree, ({ tagName }) => tagName === 'article');
  const mains = findAll(tree, element => element.tagName === 'main' || attribute(element, 'role') === 'main');
  const longest = [...articles].sort((a, b) => textOf(b).length - textOf(a).length)[0];
  const body = findAll(tree, ({ tagName }) => tagName === 'body')[0];
  const found = articles.find(hasTitle) ?? mains.find(hasTitle) ?? longest ?? mains[0] ?? body;
  if (!found) throw new ImportError('The page has no body.', exitCodes.usage);
  return found;
}

function isChrome(element: Element): boolean {
  if (findAll(element, ({ tagName }) => tagName === 'h1').length > 0) return false;
  const hidden = element.properties['hidden'] === true || /display:\s*none/.test(attribute(element, 'style') ?? '');
  return chromeTags.includes(element.tagName) || hasClass(element, chromeClasses) || hidden;
}

function leaveOut(element: Element, notes: Notes): void {
  const text = textOf(element);
  const what = /share|sharing|social/i.test(attribute(element, 'className') ?? '') ? 'share buttons' : 'site chrome';
  if (text !== '') notes.leftOut.push({ what, text, why: `<${element.tagName}>; the site draws its own` });
}

/** Notes what stands beside the article on the way down to it. */
function noteOutside(tree: Root, article: Element, notes: Notes): void {
  visit(tree, 'element', (element) => {
    if (element === article || isUnseen(element)) return 'skip';
    if (contains(element, article)) return;
    leaveOut(element, notes);
    return 'skip';
  });
}

function contains(element: Element, wanted: Element): boolean {
  return element.children.some(child => child === wanted || (isElement(child) && contains(child, wanted)));
}

function meta(tree: Nodes, name: string): string | undefined {
  const found = findAll(tree, element => element.tagName === 'meta' && [attribute(element, 'name'), attribute(element, 'property')].includes(name))[0];
  return found && (attribute(found, 'content')?.trim() || undefined);
}

function canonical(tree: Nodes): string | undefined {
  const found = findAll(tree, element => element.tagName === 'link' && attribute(element, 'rel') === 'canonical')[0];
  return (found && attribute(found, 'href')) || undefined;
}

function titleElement(tree: Nodes): string {
  const found = findAll(tree, ({ tagName }) => tagName === 'title')[0];
  return found ? textOf(found.children) : '';
}
