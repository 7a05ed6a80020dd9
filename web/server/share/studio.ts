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
  // Outside of a build there is none of it to import.
  const { useStorage } = await import('nitropack/runtime');
  const fonts = await Promise.all(Object.entries(families).map(([family, folder]) => readFonts(family, useStorage(`assets:${folder}`))));
  return startDrawing(fonts.flat());
}

async function readFonts(family: string, storage: ReturnType<typeof import('nitropack/runtime').useStorage>): Promise<FontFile[]> {
  const files = await Promise.all((await storage.getKeys()).map(async key => storage.getItemRaw<Uint8Array>(key)));
  return files.flatMap(data => (data === null ? [] : [{ family, data }]));
}
