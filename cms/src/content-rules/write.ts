import type { Modules, UID } from '@strapi/strapi';

import { defaultLocale } from './locales';
import { isLocalized, isOurs } from './model';
import type { Row } from './rows';

type Context = Parameters<Modules.Documents.Middleware.Middleware>[0];

const actions = ['create', 'update', 'clone', 'publish', 'unpublish', 'discardDraft', 'delete'] as const;

/** A change of one document, as it was asked for. */
export class Write {
  readonly uid: UID.ContentType;
  readonly action: (typeof actions)[number];
  /** Absent when the write makes the document. */
  readonly documentId: string | undefined;
  /** What a create, update or clone brings. What the rules change in it before is what is saved. */
  readonly data: Record<string, unknown>;
  readonly publishes: boolean;
  /** Whether its type has a version for each locale. */
  readonly isLocalized: boolean;
  private readonly asked: unknown;

  private constructor(context: Context, action: Write['action']) {
    const params: { documentId?: unknown; data?: unknown; locale?: unknown; status?: unknown } = { ...context.params };
    this.uid = context.uid;
    this.action = action;
    this.documentId = action !== 'create' && action !== 'clone' && typeof params.documentId === 'string' ? params.documentId : undefined;
    // A copy: the rules add to it, and the caller's own object stays as it was.
    this.data = isRecord(params.data) ? { ...params.data } : {};
    if (this.saves || action === 'clone') Object.assign(context, { params: { ...context.params, data: this.data } });
    this.publishes = action === 'publish' || ((action === 'create' || action === 'update') && params.status === 'published');
    this.isLocalized = isLocalized(context.contentType);
    this.asked = params.locale;
  }

  /** Gives null for what only reads, and for types that are not ours. */
  static of(context: Context): Write | null {
    const action = actions.find(name => name === context.action);
    return action && isOurs(context.uid) ? new Write(context, action) : null;
  }

  /** Whether it brings words for one locale. */
  get saves(): boolean {
    return this.action === 'create' || this.action === 'update';
  }

  /** The locales that are written; `*` are those of the given rows. */
  locales(rows: Row[]): string[] {
    if (this.asked === '*') return [...new Set(rows.map(row => row.locale ?? defaultLocale()))];
    if (Array.isArray(this.asked)) return this.asked.map(String);
    return [typeof this.asked === 'string' && this.asked ? this.asked : defaultLocale()];
  }

  /** The document's id, also where the write made it. */
  documentIdAfter(result: unknown): string | undefined {
    return isRecord(result) && typeof result['documentId'] === 'string' ? result['documentId'] : this.documentId;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
