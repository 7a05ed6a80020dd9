/**
 * Keeps a short word with the next one and a dash with the one before, as a typesetter does: no line
 * of a heading ends in a lone "и" or "of", none begins with a dash.
 */
export function typeset(text: string): string {
  return text
    .replace(/(?<=^|[\s\u00A0(«“])(\p{L}{1,2})\s(?=\S)/gu, '$1\u00A0')
    .replace(/\s(?=[—–]\s)/g, '\u00A0');
}
