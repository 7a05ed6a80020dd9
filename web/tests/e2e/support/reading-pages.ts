import { scriptedSections } from '../../../shared/paths';

/** Whether a page is for reading, and ships no script. */
export function isReading(path: string): boolean {
  const [, , section, slug] = path.replace(/\?.*/, '').split('/');
  return slug !== undefined || !scriptedSections.some(scripted => scripted === section);
}
