import * as z from 'zod/mini';

/** As many clinics as can be told apart side by side. */
export const SHORTLIST_LENGTH = 20;

const choices = z.object({
  shortlist: z.array(z.string().check(z.regex(/^[a-z0-9]{1,40}$/))),
  currency: z.nullable(z.string().check(z.regex(/^[A-Z]{3}$/))),
});

/** What a reader chose to keep on the device. */
export interface Choices {
  /** Documents of clinics, the first kept first. */
  shortlist: string[];
  /** The currency chosen last, where it is not the page's own. */
  currency: string | null;
}

/** What was kept on the device; nothing, where it is not what was once written there. */
export function readChoices(kept: string | null): Choices {
  const { data } = choices.safeParse(parseJson(kept ?? 'null'));
  return data === undefined
    ? { shortlist: [], currency: null }
    : { ...data, shortlist: [...new Set(data.shortlist)].slice(0, SHORTLIST_LENGTH) };
}

/** What to keep on the device; null where there is nothing to keep. */
export function writeChoices({ shortlist, currency }: Choices): string | null {
  return shortlist.length === 0 && currency === null ? null : JSON.stringify({ shortlist, currency });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
