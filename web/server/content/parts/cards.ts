import type { PagedType } from '../../../shared/paths';
import { foreignLanguage, type Reader } from '../reader';
import { addressIn, bestVersion, byDocument, type AddressedVersion } from './versions';

/** What every card and link says of its document. */
export interface CardPlace {
  documentId: string;
  path: string;
  lang: string | null;
}

/**
 * One card for each document, from the version that suits the reader, in the order of the rows.
 *
 * @param make turns a version into its card.
 */
export function toCards<V extends AddressedVersion, Card>(
  type: PagedType,
  rows: V[],
  reader: Reader,
  make: (version: V, place: CardPlace) => Card,
): Map<string, Card> {
  const cards = new Map<string, Card>();
  for (const [documentId, versions] of byDocument(rows)) {
    const version = bestVersion(versions, reader.words);
    const path = addressIn(type, versions, reader.locale);
    if (version !== null && path !== null) cards.set(documentId, make(version, { documentId, path, lang: foreignLanguage(version.locale, reader) }));
  }
  return cards;
}

/** The cards of these documents in this order; a document without one is left out. */
export function pick<Card>(cards: Map<string, Card>, documentIds: Iterable<string>): Card[] {
  return [...documentIds].flatMap(documentId => cards.get(documentId) ?? []);
}
