import { drawAvenue } from './avenue.ts';
import { drawBay, drawOrchard, drawRiver } from './buildings.ts';
import { drawCells } from './cells.ts';
import { drawColonies } from './colonies.ts';
import { drawLayers, drawLens } from './cornea.ts';
import { drawTwoPaths } from './diagram.ts';
import { drawFlight } from './flight.ts';
import type { Ink } from './ink.ts';
import { drawHip, drawKnee } from './joints.ts';
import { anyFeatures, drawPortrait, type Features } from './portrait.ts';
import { randomFrom, type Random } from './random.ts';
import { drawShares } from './shares.ts';
import { drawSheets } from './sheets.ts';

interface Scene {
  /** Pixels. */
  width: number;
  height: number;
  /** What is drawn counts in units of its own: this many across the width. */
  units: number;
  draw(ink: Ink): string;
}

type Wide = (random: Random, ink: Ink, width: number, height: number) => string;

/** What a picture shows whose alt text says it; the two must agree. The others follow from their name by chance. */
const WIDE: Record<string, Wide> = {
  'clinic-ahornufer': drawRiver,
  'clinic-kekviz': drawRiver,
  'clinic-lipova-alej': drawAvenue,
  'clinic-oresin': drawOrchard,
  'clinic-sedef-bay': drawBay,
  'clinic-wislany-brzeg': drawRiver,
  'cover-checking-a-clinic': drawSheets,
  'cover-clots-and-flights': drawFlight,
  'cover-cornea-transplant-cost': drawLens,
  'cover-hip-replacement-cost': drawHip,
  'cover-how-to-read-a-result': drawShares,
  'cover-knee-replacement-cost': drawKnee,
  'cover-resistant-bacteria': drawColonies,
  'figure-cornea-layers': drawLayers,
  'figure-two-treatments': drawTwoPaths,
};

const PORTRAITS: Record<string, Features> = {
  'person-elif-aksoy': { hair: 'long', tone: 'dark' },
  'person-emoke-dombvari': { hair: 'tied', tone: 'dark' },
  'person-friederike-wendlandt': { hair: 'long', tone: 'grey' },
  'person-katerina-dolezalova': { hair: 'tied', tone: 'light' },
  'person-leon-hartwig': { hair: 'short', tone: 'light', beard: true },
  'person-marta-ilves': { hair: 'long', tone: 'light', glasses: true },
  'person-ondrej-kalinsky': { hair: 'short', tone: 'grey', beard: true },
  'person-pawel-zielonka': { hair: 'bald', tone: 'grey', moustache: true },
  'person-tomasz-rybak': { hair: 'short', tone: 'dark', beard: true },
  'person-vera-lindqvist': { hair: 'short', tone: 'grey', glasses: true },
};

/** Finds what a name without `-dark` stands for; a diagram cannot be made up, so an unknown one has none. */
export function sceneOf(name: string): Scene | undefined {
  const known = WIDE[name];
  if (known) return wide(name, known);
  if (/^cover-./.test(name)) return wide(name, drawCells);
  if (/^clinic-./.test(name)) return wide(name, randomFrom(name).pick([drawBay, drawOrchard, drawRiver] as const));
  if (/^person-./.test(name)) {
    const draw = (ink: Ink) => drawPortrait(PORTRAITS[name] ?? anyFeatures(randomFrom(name)), randomFrom(name), ink);
    // Pages show them small.
    return { width: 800, height: 800, units: 1200, draw };
  }
  return undefined;
}

function wide(name: string, draw: Wide): Scene {
  return { width: 1600, height: 900, units: 1600, draw: ink => draw(randomFrom(name), ink, 1600, 900) };
}
