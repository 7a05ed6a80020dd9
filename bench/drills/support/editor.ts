/** A document in one of its locales, as the admin lists it. */
export interface Version {
  documentId: string;
  locale: string;
  slug: string;
  title: string;
}

const PAGE_SIZE = 100;

/** An editor at the admin: what people do there, by the same requests. */
export class Editor {
  private readonly urls: string[];
  private readonly token: string;

  private constructor(urls: string[], token: string) {
    this.urls = urls;
    this.token = token;
  }

  /** @param urls of CMS processes on one database, which are asked in turn. */
  static async signIn(urls: string[], { ADMIN_EMAIL: email = '', ADMIN_PASSWORD: password = '' }: Record<string, string>): Promise<Editor> {
    const answer = await fetch(`${urls[0]}/admin/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password }) });
    if (!answer.ok) throw new Error(`The admin did not let us in: ${answer.status} ${await answer.text()}`);
    const { data }: { data: { token: string } } = JSON.parse(await answer.text());
    return new Editor(urls, data.token);
  }

  /** All drafts of a type in a locale. */
  async list(type: string, locale: string): Promise<Version[]> {
    const { results }: { results: Version[] } = JSON.parse(await this.ask('GET', `${pathOf(type)}?locale=${locale}&pageSize=${PAGE_SIZE}`));
    return results;
  }

  /** Makes a document and publishes it; returns its id. */
  async create(type: string, locale: string, words: object): Promise<string> {
    const { data }: { data: { documentId: string } } = JSON.parse(await this.ask('POST', `${pathOf(type)}/actions/publish?locale=${locale}`, words));
    return data.documentId;
  }

  /** Saves what is given, and publishes. */
  async publish(type: string, documentId: string, locale: string, words: object = {}): Promise<void> {
    await this.ask('POST', `${pathOf(type)}/${documentId}/actions/publish?locale=${locale}`, words);
  }

  async unpublish(type: string, documentId: string, locale: string): Promise<void> {
    await this.ask('POST', `${pathOf(type)}/${documentId}/actions/unpublish?locale=${locale}`, {});
  }

  /** In all locales. */
  async remove(type: string, documentId: string): Promise<void> {
    await this.ask('DELETE', `${pathOf(type)}/${documentId}?locale=*`);
  }

  /** Publishes the site's settings with other words. */
  async publishSite(locale: string, words: object): Promise<void> {
    await this.ask('POST', `/content-manager/single-types/api::site.site/actions/publish?locale=${locale}`, words);
  }

  private turn = 0;

  private async ask(method: string, path: string, body?: object): Promise<string> {
    this.turn += 1;
    const answer = await fetch(`${this.urls[this.turn % this.urls.length]}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Refused(`${method} ${path}`, answer.status, text);
    return text;
  }
}

/** The CMS said no. */
export class Refused extends Error {
  readonly status: number;

  constructor(what: string, status: number, text: string) {
    super(`${what} was answered ${status}: ${text.slice(0, 300)}`);
    this.status = status;
  }
}

const pathOf = (type: string) => `/content-manager/collection-types/api::${type}.${type}`;
