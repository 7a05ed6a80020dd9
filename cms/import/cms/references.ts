import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { richTexts } from '../account.ts';
import { citedKeys } from '../citations.ts';
import { slugOf } from '../compose/limits.ts';
import type { PageDraft, SourceDraft } from '../compose/page-draft.ts';
import { exitCodes, ImportError } from '../errors.ts';
import type { Note } from '../notes.ts';
import type { PictureFiles } from '../pictures.ts';
import { type Data, type Entry, Refusal } from './client.ts';
import { clinicData, type References, reviewData, shortHash } from './payload.ts';
import type { ReferencesClient } from './rehearsal.ts';

/** Finds or makes what an article refers to. */
export class ReferencesWriter {
  readonly steps: string[] = [];
  readonly unplaced: Note[] = [];
  /** Cost entries whose drafts have other sums than the page. */
  readonly otherSums: string[] = [];
  readonly #draft: PageDraft;
  readonly #cms: ReferencesClient;
  /** Stands for the page in names that must be its own. */
  readonly #mark: string;

  constructor(draft: PageDraft, cms: ReferencesClient) {
    this.#draft = draft;
    this.#cms = cms;
    this.#mark = shortHash(draft.identity, 8);
  }

  /** Pictures are named by their content, so that one is uploaded once. One that the CMS refuses is noted, and the draft does without. */
  async pictures(files: PictureFiles): Promise<References['pictures']> {
    const ids = new Map<string, number | null>();
    for (const [src, file] of files) ids.set(src, file === null ? null : await this.#picture(file));
    return ids;
  }

  async #picture(file: string): Promise<number | null> {
    const { name, ext } = path.parse(file);
    const content = await readFile(file).catch((error: NodeJS.ErrnoException) => {
      this.unplaced.push({ what: 'picture', text: file, why: `cannot be read (${error.code ?? 'unknown error'})` });
      return null;
    });
    if (content === null) return null;
    const digest = createHash('sha256').update(content).digest('hex');
    const unique = `${slugOf(name, 60)}-${digest.slice(0, 12)}${ext.toLowerCase()}`;
    const known = await this.#cms.findFile(unique);
    if (known !== null) return known;
    return this.#cms.upload(file, unique).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      this.unplaced.push({ what: 'picture', text: file, why: error.message });
      return null;
    });
  }

  /** The treatment that the prices are of; null where the page has none and none was named. */
  async treatment(slug: string | null): Promise<string | null> {
    const { locale, treatment: name } = this.#draft;
    if (slug !== null) {
      const found = await this.#cms.findBy('treatments', 'slug', slug, locale);
      if (found) return found.documentId;
      throw new ImportError(`There is no treatment "${slug}" in this locale. Its slug is the last part of its address; or leave --treatment out.`, exitCodes.usage);
    }
    if (name === null) return null;
    const found = await this.#cms.findBy('treatments', 'name', name, locale);
    const { documentId } = found ?? (await this.#cms.create('treatments', { name, sourceLocale: locale }, locale));
    this.steps.push(`treatment "${name}": ${found ? 'found' : 'made as a draft'}`);
    return documentId;
  }

  async clinics(references: Pick<References, 'pictures'>): Promise<string[]> {
    const { locale, clinics } = this.#draft;
    const ids: string[] = [];
    for (const clinic of clinics) {
      const found = (await this.#cms.findBy('clinics', 'slug', clinic.slug, locale)) ?? (await this.#cms.findBy('clinics', 'name', clinic.name, locale));
      const { documentId } = found ?? (await this.#cms.create('clinics', clinicData(clinic, locale, references), locale));
      this.steps.push(`clinic "${clinic.name}": ${found ? 'found, left as it is' : 'made as a draft'}`);
      if (found) {
        this.unplaced.push({ what: 'text about a clinic', text: [clinic.summary, ...richTexts(clinic.description)].join(' '), why: `"${clinic.name}" exists and keeps its own words` });
      }
      ids.push(documentId);
    }
    return ids;
  }

  /** Cost entries are known by a reference that says page, country and currency; only a replacement changes their sums. */
  async costs(treatment: string | null, replace: boolean): Promise<string[]> {
    const { costs, locale } = this.#draft;
    const ids: string[] = [];
    const prefix = `imported-${this.#mark}-`;
    const left = new Set(await this.#cms.costReferences(prefix));
    const seen = new Map<string, number>();
    for (const { country, currency, amountFrom, amountTo, said } of costs) {
      const base = `${prefix}${country}-${currency}`.toLowerCase();
      const number = (seen.get(base) ?? 0) + 1;
      seen.set(base, number);
      const reference = number === 1 ? base : `${base}-${number}`;
      left.delete(reference);
      const sums = { amountFrom, amountTo };
      const found = await this.#cms.findBy('cost-entries', 'reference', reference);
      const of = { set: treatment ? [{ documentId: treatment, locale }] : [] };
      const { documentId } = found ?? (await this.#cms.create('cost-entries', { reference, country, currency, ...sums, treatment: of }));
      const differs = found !== null && this.#differs(await this.#cms.read('cost-entries', documentId, 'draft'), sums);
      if (differs) this.otherSums.push(reference);
      if (differs && replace) await this.#cms.update('cost-entries', documentId, sums);
      this.steps.push(`cost entry "${reference}" ("${said}"): ${found ? (differs && replace ? 'its draft has the sums of the page again' : 'found') : 'made as a draft'}`);
      ids.push(documentId);
    }
    for (const reference of left) this.steps.push(`cost entry "${reference}": no longer on the page, left as it is; delete it if it is out of date`);
    return ids;
  }

  #differs(entry: Data | null, sums: Data): boolean {
    return Object.entries(sums).some(([name, sum]) => (entry?.[name] ?? null) !== sum);
  }

  async sources(): Promise<string[]> {
    const ids: string[] = [];
    for (const source of this.#draft.sources) {
      const found = await this.#cms.findBy('sources', 'title', source.title);
      const { documentId } = found ?? (await this.#createSource(source));
      this.steps.push(`source "${source.title}": ${found ? 'found' : 'made'}`);
      ids.push(documentId);
    }
    return [...new Set(ids)];
  }

  /** The keys that the page cites for which there is no source. */
  async unknownCitations(): Promise<string[]> {
    const unknown: string[] = [];
    for (const key of citedKeys(this.#draft)) {
      if (!(await this.#cms.findBy('sources', 'citationKey', key))) unknown.push(key);
    }
    return unknown;
  }

  async #createSource({ said: _, ...source }: SourceDraft): Promise<Entry> {
    let { citationKey } = source;
    for (let number = 2; await this.#cms.findBy('sources', 'citationKey', citationKey); number += 1) citationKey = `${source.citationKey}-${number}`;
    return this.#cms.create('sources', { ...source, citationKey, titleLanguage: this.#draft.locale.split('-')[0] });
  }

  async reviews(): Promise<string[]> {
    const { reviews, locale } = this.#draft;
    const ids: string[] = [];
    for (const review of reviews) {
      const slug = `review-${this.#mark}-${ids.length + 1}`;
      const found = await this.#cms.findBy('reviews', 'slug', slug, locale);
      const { documentId } = found ?? (await this.#cms.create('reviews', reviewData(review, slug, locale), locale));
      this.steps.push(`review of ${review.displayName}: ${found ? 'found, left as it is' : 'made as a draft'}`);
      ids.push(documentId);
    }
    return ids;
  }

  /** Related articles are known by their title or the end of their address. */
  async related(): Promise<string[]> {
    const { related, locale } = this.#draft;
    const ids: string[] = [];
    for (const { title, href } of related) {
      const slug = /([a-z0-9]+(?:-[a-z0-9]+)+)(?:\.html?)?\/?(?:[?#].*)?$/i.exec(href)?.[1];
      const found = (await this.#cms.findBy('articles', 'title', title, locale)) ?? (slug ? await this.#cms.findBy('articles', 'slug', slug, locale) : null);
      if (found) ids.push(found.documentId);
      else this.unplaced.push({ what: 'related link', text: title, why: `${href || 'no target'}; there is no article of this title or address` });
    }
    return [...new Set(ids)];
  }
}
