import { dark, light } from './ink.ts';
import { sceneOf } from './scenes.ts';

const DARK = /-dark$/;

/**
 * Draws a picture: what it shows follows from its name alone, so it is the same on every machine.
 * Names begin with what they are for (`cover-`, `clinic-`, `person-`, `figure-`); with `-dark` at the end the same is drawn on dark ground.
 *
 * @returns SVG
 * @throws Error for a name of which `pictureProblem` complains
 */
export function drawPicture(name: string): string {
  const scene = sceneOf(name.replace(DARK, ''));
  if (!scene) throw new Error(pictureProblem(name));
  const { width, height, units } = scene;
  const ink = DARK.test(name) ? dark : light;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${units} ${(units * height) / width}">`,
    `<rect width="100%" height="100%" fill="${ink.ground}"/>`,
    scene.draw(ink),
    '</svg>',
  ].join('');
}

/** Says why no picture of that name can be drawn, if so. */
export function pictureProblem(name: string): string | undefined {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && sceneOf(name.replace(DARK, ''))) return undefined;
  return `no picture is drawn for "${name}"; begin it with cover-, clinic- or person-, or draw a figure- of that name in cms/seed/pictures/scenes.ts`;
}
