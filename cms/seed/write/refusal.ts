import { SeedError } from '../seed-error.ts';
import type { Plan } from './plan.ts';

/**
 * Does a write, and turns the CMS's refusal into a sentence that names the version.
 *
 * @throws SeedError when the CMS refuses
 */
export async function refusal(plan: Plan, locale: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const { shared, words, id } = plan.document;
    const file = words.get(locale.split(', ')[0] ?? '')?.file ?? shared.file;
    throw new SeedError(reasons(error).map(reason => `${file}: "${id}" (${locale}): the CMS refuses it: ${reason}`));
  }
}

/** Strapi's validation errors carry one entry a field beside their summary. */
function reasons(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  const details = 'details' in error ? error.details : undefined;
  const errors = typeof details === 'object' && details !== null && 'errors' in details ? details.errors : undefined;
  if (!Array.isArray(errors) || errors.length === 0) return [error.stack ?? error.message];
  return errors.map((each: { path?: unknown[]; message?: string }) => `${[each.path].flat().join('.')}: ${each.message}`);
}
