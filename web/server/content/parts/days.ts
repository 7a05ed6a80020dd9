/** A span of days; null where nothing is stated. */
export function toDays(from: number | null, to: number | null): { from: number; to: number } | null {
  const start = from ?? to;
  return start === null ? null : { from: start, to: to ?? start };
}
