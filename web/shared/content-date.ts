/**
 * The day on which the words of an article last changed or were last confirmed, as people stated it:
 * when a database wrote a row says nothing of its content.
 *
 * @returns an ISO date, or null where nobody stated one.
 */
export function contentDate({ changedOn, reviewedOn }: { changedOn: string | null; reviewedOn: string | null }): string | null {
  return [changedOn, reviewedOn].filter(day => day !== null).sort().at(-1) ?? null;
}
