import { setTimeout as delay } from 'node:timers/promises';

import { Refused, type Editor, type Version } from './editor.ts';

/** What the documents of each type are called by. */
const names = { 'article': 'title', 'treatment': 'name', 'clinic': 'name', 'person': 'name', 'glossary-term': 'term', 'page': 'title' } as const;

type Type = keyof typeof names;

const TYPES: Type[] = ['article', 'treatment', 'clinic', 'person', 'glossary-term', 'page'];
const LOCALES = ['en', 'ru'];
const PATIENCE_MS = 120_000;

interface Document extends Version { type: Type }

/** Many editors at once, who do what editors do; what they do is the same in each run. */
export class Writers {
  written = 0;
  /** How often the CMS said no. */
  refused = 0;
  /** Attempts that led to no answer: whether they were done all the same, the pages show. */
  repeated = 0;
  /** Where something was that has moved or is gone. */
  readonly leftAddresses: string[] = [];
  private made: { documentId: string; slug: string }[] = [];
  private remembered: { documentId: string; slug: string }[] = [];
  private count = 0;

  private readonly editor: Editor;
  private readonly documents: Document[];

  private constructor(editor: Editor, documents: Document[]) {
    this.editor = editor;
    this.documents = documents;
  }

  static async of(editor: Editor): Promise<Writers> {
    const documents: Document[] = [];
    for (const type of TYPES) for (const locale of LOCALES) documents.push(...(await editor.list(type, locale)).map(version => ({ ...version, locale, type })));
    return new Writers(editor, documents);
  }

  /** Some writers at once, a number of writes each, while something happens beside it. */
  async write(writers: number, each: number, beside: () => Promise<void>): Promise<void> {
    const work = Array.from({ length: writers }, async () => {
      for (let turn = 0; turn < each; turn += 1) await this.one();
    });
    await Promise.all([...work, beside()]);
  }

  /** The database is copied now. */
  remember(): void {
    this.remembered = [...this.made];
  }

  /** The database is as it was when it was copied. */
  recall(): void {
    this.made = [...this.remembered];
  }

  /** Tries until the CMS has answered; it may be away meanwhile. */
  private async one(): Promise<void> {
    this.count += 1;
    const number = this.count;
    for (const until = performance.now() + PATIENCE_MS; ; await delay(200)) {
      try {
        await this.attempt(number);
        this.written += 1;
        return;
      } catch (error) {
        if (error instanceof Refused && error.status < 500) {
          this.refused += 1;
          return;
        }
        this.repeated += 1;
        if (performance.now() > until) throw error;
      }
    }
  }

  private async attempt(number: number): Promise<void> {
    const { editor } = this;
    const document = this.documents[number * 7 % this.documents.length];
    if (document === undefined) throw new Error('There is nothing to write');
    const locale = LOCALES[number % LOCALES.length] ?? 'en';
    const kind = number % 10;
    if (kind === 0) {
      const slug = `written-${number}`;
      const documentId = await editor.create('article', locale, { ...wordsOf(locale, number), slug });
      this.made.push({ documentId, slug });
    } else if (kind === 1 && this.made.length > 0) {
      const { documentId, slug } = this.made.shift() ?? { documentId: '', slug: '' };
      this.leave(slug);
      await editor.remove('article', documentId);
    } else if (kind === 2 && this.made[0] !== undefined) {
      const [moved] = this.made;
      this.leave(moved.slug);
      moved.slug = `moved-${number}`;
      await editor.publish('article', moved.documentId, 'en', { ...wordsOf('en', number), slug: moved.slug });
    } else if (kind === 3) {
      await editor.publishSite(locale, { tagline: locale === 'en' ? `Care abroad, ${number}` : `Лечение за рубежом, ${number}` });
    } else if (kind === 4) {
      const articles = this.documents.filter(({ type }) => type === 'article');
      const article = articles[number % articles.length] ?? document;
      await editor.unpublish(article.type, article.documentId, article.locale);
      if (number % 3 > 0) await editor.publish(article.type, article.documentId, article.locale);
      else this.leave(article.slug);
    } else {
      await editor.publish(document.type, document.documentId, document.locale, { [names[document.type]]: `${document.locale === 'en' ? 'Words' : 'Слова'} ${number}` });
    }
  }

  private leave(slug: string): void {
    for (const locale of LOCALES) this.leftAddresses.push(`/${locale}/articles/${slug}`);
  }
}

const wordsOf = (locale: string, number: number) => (locale === 'en'
  ? { title: `Written ${number}`, summary: `What was written as number ${number}.` }
  : { title: `Написано ${number}`, summary: `То, что написано под номером ${number}.` });
