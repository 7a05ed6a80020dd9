/** What stands in Latin letters in pages of every language, as a pattern. */
export function factPattern(facts: string[]): string {
  const known = [
    ...facts.map(fact => fact.replace(/\.$/, '')).sort((one, other) => other.length - one.length).map(fact => fact.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')),
    // Currencies, which Intl writes in Latin letters where a language has no sign for them.
    '\\b[A-Z]{3}\\b', '\\b(US|UK|CA|AU|NZ)(?=[$£])',
    // What sources are looked up by, where films are watched, how zones are named.
    '\\bDOI\\b', '\\bPubMed\\b', '\\bVimeo\\b', '\\bYouTube\\b', '\\bGMT\\b',
    // A code of ICD-10.
    '\\b[A-Z]\\d{2}(\\.\\d)?\\b',
  ];
  return known.join('|');
}
