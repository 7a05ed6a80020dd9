import path from 'node:path';

export const cmsRoot = path.resolve(import.meta.dirname, '..', '..');
export const projectRoot = path.resolve(cmsRoot, '..');
export const distRoot = path.join(cmsRoot, 'dist');
/** Databases and pictures made for tests; may be deleted at any time. */
export const templatesRoot = path.join(cmsRoot, '.tmp', 'templates');
