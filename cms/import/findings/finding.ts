/** Something that a reader of the page would meet, and an editor should mend. */
export interface Finding {
  rule: Rule;
  message: string;
  places: Place[];
}

/** Where it is: the kind of thing, and its words. */
export interface Place {
  kind: string;
  text: string;
}

export type Rule =
  | 'lost-letters' | 'wrong-script' | 'missing-alt' | 'title-as-alt' | 'alt-twice' | 'two-currencies' | 'price-without-clinic' | 'price-without-date' | 'sum-in-prose'
  | 'source-without-link' | 'source-not-cited' | 'unsourced-number' | 'video-without-title' | 'link-text-twice' | 'button-labels' | 'patient-named';

/** A finding, unless it has no place. */
export function finding(rule: Rule, places: Place[], message: (count: number) => string): Finding[] {
  return places.length === 0 ? [] : [{ rule, message: message(places.length), places }];
}

/** "1 icon", "2 icons". */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** "18 icons, 5 pictures": how many places there are of each kind, the most common first. */
export function countedKinds(places: Place[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of places) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([kind, count]) => counted(count, kind)).join(', ');
}
