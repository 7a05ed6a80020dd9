/** A part of a list or zone that can be recognised in every locale. */
export interface KeyedPart {
  key: string | null;
  /** Locales that leave the part out on purpose: `ru, de`. */
  hiddenIn: string | null;
}

/** A part as a page shows it; `borrowed` where this version lacks it and the source's is shown in its place. */
export interface MergedPart<Part> {
  part: Part;
  /** The source's part with the same key, for what only the source can link to. */
  twin: Part | null;
  borrowed: boolean;
}

/**
 * The parts of a version, with those of its source that it lacks put in their places.
 *
 * A part that is missing goes behind the nearest one before it in the source that is shown. What
 * `hiddenIn` names for the locale is left out.
 *
 * @param source the source's parts; null where the version is the source itself.
 */
export function mergeParts<Part extends KeyedPart>(own: Part[], source: Part[] | null, locale: string): MergedPart<Part>[] {
  const merged: MergedPart<Part>[] = own.map(part => ({ part, twin: source === null ? null : withKey(source, part.key), borrowed: false }));
  let before: string | null = null;
  for (const part of source ?? []) {
    if (part.key !== null && withKey(own, part.key) === null) {
      const index = before === null ? 0 : merged.findIndex(other => other.part.key === before) + 1;
      merged.splice(index, 0, { part, twin: null, borrowed: true });
    }
    before = part.key ?? before;
  }
  return merged.filter(({ part, twin }) => !hides(part, locale) && !(twin !== null && hides(twin, locale)));
}

function withKey<Part extends KeyedPart>(parts: Part[], key: string | null): Part | null {
  return parts.find(part => key !== null && part.key === key) ?? null;
}

function hides(part: KeyedPart, locale: string): boolean {
  return (part.hiddenIn ?? '').split(',').some(hidden => hidden.trim() === locale);
}
