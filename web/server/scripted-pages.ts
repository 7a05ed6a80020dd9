import { readPath, scriptedSections } from '../shared/paths';

/** Whether the page at an address comes with a script, by the address alone: what stands in the page may be a reader's own words. */
export function hasScript(address: string): boolean {
  const path = readPath(address);
  return path?.kind === 'section' && scriptedSections.some(section => section === path.section);
}
