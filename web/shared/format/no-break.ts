/** Keeps a figure and what belongs to it on one line. */
export function noBreak(text: string): string {
  return text.replaceAll(' ', '\u00A0');
}
