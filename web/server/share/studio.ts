import { useStorage } from 'nitropack/runtime';

import type { Draw, FontFile } from './draw';

/** The families that are drawn in, with the folder of their files in the build. */
const families = { 'Literata': 'serif', 'Golos Text': 'sans' };

let ready: Promise<Draw> | undefined;

/** Draws in the fonts that came with the build; they and the library are loaded with the first picture. */
export const drawInStudio: Draw = async (card) => {
  ready ??= prepare().catch((error: unknown) => {
    ready = undefined;
    throw error;
  });
  return (await ready)(card);
};

async function prepare(): Promise<Draw> {
  // Not at the start: on a machine that the library has no build for, the site does without these pictures.
  const { startDrawing } = await import('./draw');
  const fonts = await Promise.all(Object.entries(families).map(([family, folder]) => readFonts(family, folder)));
  return startDrawing(fonts.flat());
}

async function readFonts(family: string, folder: string): Promise<FontFile[]> {
  const storage = useStorage(`assets:${folder}`);
  const files = await Promise.all((await storage.getKeys()).map(async key => storage.getItemRaw<Uint8Array>(key)));
  return files.flatMap(data => (data === null ? [] : [{ family, data }]));
}
