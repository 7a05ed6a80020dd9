import type { Ink } from './ink.ts';
import type { Random } from './random.ts';
import { arc, circle, ellipse, line, path } from './svg.ts';

/** What tells one portrait from another. */
export interface Features {
  hair: 'short' | 'long' | 'tied' | 'bald';
  tone: 'dark' | 'grey' | 'light';
  glasses?: boolean;
  beard?: boolean;
  moustache?: boolean;
}

/** Features for a person of whom nothing else is known. */
export function anyFeatures(random: Random): Features {
  return { hair: random.pick(['short', 'long', 'tied'] as const), tone: random.pick(['dark', 'grey', 'light'] as const), glasses: random.chance(0.3) };
}

const FACE = { x: 600, y: 500, rx: 172, ry: 222 };

/** A head and shoulders in few lines, before rings. */
export function drawPortrait(features: Features, random: Random, ink: Ink): string {
  const tone = { dark: ink.deep, grey: ink.soft, light: ink.warmSoft }[features.tone];
  return [
    rings(random, ink),
    features.hair === 'long' ? longHair(tone) : '',
    features.hair === 'tied' ? circle(FACE.x + 176, FACE.y - 150, 92, { fill: tone }) + circle(FACE.x + 176, FACE.y - 150, 62, { stroke: ink.ground, width: 2, opacity: 0.6 }) : '',
    shoulders(random, ink),
    path(`M${FACE.x - 74} ${FACE.y + 130}V${FACE.y + 300}Q${FACE.x} ${FACE.y + 372} ${FACE.x + 74} ${FACE.y + 300}V${FACE.y + 130}Z`, { fill: ink.paper, stroke: ink.strong, width: 4 }),
    ...[-1, 1].map(side => ellipse(FACE.x + side * (FACE.rx - 2), FACE.y + 12, 26, 42, { fill: ink.paper, stroke: ink.strong, width: 4 })),
    ellipse(FACE.x, FACE.y, FACE.rx, FACE.ry, { fill: ink.paper, stroke: ink.strong, width: 5 }),
    features.beard ? beard(tone) : '',
    face(features, tone, ink),
    features.hair === 'bald' ? '' : cap(features, tone, ink),
    features.glasses ? glasses(ink) : '',
  ].join('');
}

/** Broken rings about the head, as in the section of a tree. */
function rings(random: Random, ink: Ink): string {
  const center = { x: FACE.x, y: FACE.y - 10 };
  const ground = circle(center.x, center.y, 392, { fill: ink.veil });
  const drawn = Array.from({ length: 9 }, (_, index) => {
    const radius = 318 + index * 38 + random.between(-8, 8);
    const start = random.between(0, 6.28);
    const colour = index === 3 ? ink.warm : index % 3 === 0 ? ink.soft : ink.faint;
    return path(arc(center, radius, start, start + random.between(3.4, 6)), { stroke: colour, width: index === 3 ? 4 : random.between(1.4, 4.5) });
  });
  return ground + drawn.join('');
}

function shoulders(random: Random, ink: Ink): string {
  const outline = 'M96 1210C110 1000 250 872 470 826Q600 908 730 826C950 872 1090 1000 1104 1210Z';
  const folds = Array.from({ length: 6 }, (_, index) => {
    const away = 90 + index * 62;
    return path(`M${600 - away} 1210Q${600 - away - 14} ${1010 - random.between(0, 16)} ${520 - away * 0.42} ${902 + index * 12}`, { stroke: ink.mid, width: 1.4, opacity: 0.6 })
      + path(`M${600 + away} 1210Q${600 + away + 14} ${1010 - random.between(0, 16)} ${680 + away * 0.42} ${902 + index * 12}`, { stroke: ink.mid, width: 1.4, opacity: 0.6 });
  });
  const lapels = path('M470 826L560 1210M730 826L640 1210', { stroke: ink.strong, width: 3.4 });
  const collar = path('M470 826L452 900L560 992L600 908L640 992L748 900L730 826Q600 908 470 826Z', { fill: ink.paper, stroke: ink.strong, width: 4 });
  return path(outline, { fill: random.pick([ink.ground, ink.veil, ink.faint] as const), stroke: ink.strong, width: 5 }) + folds.join('') + lapels + collar + circle(812, 1064, 12, { fill: ink.warm });
}

function face(features: Features, tone: string, ink: Ink): string {
  const brow = features.tone === 'dark' ? ink.deep : ink.mid;
  const eyes = [-1, 1].map(side =>
    path(`M${FACE.x + side * 108} ${FACE.y - 46}Q${FACE.x + side * 74} ${FACE.y - 66} ${FACE.x + side * 42} ${FACE.y - 48}`, { stroke: brow, width: 6 })
    + circle(FACE.x + side * 74, FACE.y, 9, { fill: ink.deep }),
  );
  const nose = path(`M${FACE.x - 4} ${FACE.y - 6}Q${FACE.x - 22} ${FACE.y + 60} ${FACE.x - 20} ${FACE.y + 70}Q${FACE.x} ${FACE.y + 84} ${FACE.x + 16} ${FACE.y + 72}`, { stroke: ink.strong, width: 3.6 });
  const mouth = path(`M${FACE.x - 46} ${FACE.y + 126}Q${FACE.x} ${FACE.y + 148} ${FACE.x + 46} ${FACE.y + 126}`, { stroke: features.beard ? ink.paper : ink.warm, width: 5 });
  const moustache = path(
    `M${FACE.x} ${FACE.y + 96}C${FACE.x - 40} ${FACE.y + 82} ${FACE.x - 78} ${FACE.y + 100} ${FACE.x - 92} ${FACE.y + 130}C${FACE.x - 60} ${FACE.y + 122} ${FACE.x - 30} ${FACE.y + 124} ${FACE.x} ${FACE.y + 112}C${FACE.x + 30} ${FACE.y + 124} ${FACE.x + 60} ${FACE.y + 122} ${FACE.x + 92} ${FACE.y + 130}C${FACE.x + 78} ${FACE.y + 100} ${FACE.x + 40} ${FACE.y + 82} ${FACE.x} ${FACE.y + 96}Z`,
    { fill: tone },
  );
  return eyes.join('') + nose + mouth + (features.moustache ? moustache : '');
}

function beard(tone: string): string {
  const { x, y, rx, ry } = FACE;
  return path(
    `M${x - rx} ${y + 20}C${x - rx + 6} ${y + 150} ${x - 100} ${y + ry + 22} ${x} ${y + ry + 24}C${x + 100} ${y + ry + 22} ${x + rx - 6} ${y + 150} ${x + rx} ${y + 20}C${x + rx - 22} ${y + 92} ${x + 110} ${y + 94} ${x} ${y + 92}C${x - 110} ${y + 94} ${x - rx + 22} ${y + 92} ${x - rx} ${y + 20}Z`,
    { fill: tone },
  );
}

/** Hair over the brow, parted at the side or combed back, with a few fine strands. */
function cap(features: Features, tone: string, ink: Ink): string {
  const { x, y, rx, ry } = FACE;
  const fringe = features.hair === 'tied' ? `Q${x + 10} ${y - 176} ${x - rx - 2} ${y - 12}` : `C${x + 130} ${y - 110} ${x + 40} ${y - 128} ${x - 50} ${y - 164}C${x - 110} ${y - 140} ${x - rx + 14} ${y - 90} ${x - rx - 4} ${y - 8}`;
  const shape = `M${x - rx - 4} ${y - 8}C${x - rx - 34} ${y - 190} ${x - 120} ${y - ry - 52} ${x} ${y - ry - 50}C${x + 120} ${y - ry - 52} ${x + rx + 34} ${y - 190} ${x + rx + 4} ${y - 8}${fringe}Z`;
  const strands = [0, 1, 2].map(index =>
    path(`M${x - 116 + index * 30} ${y - 168 - index * 22}Q${x - 30 + index * 34} ${y - ry - 24 + index * 14} ${x + 92 + index * 22} ${y - 176 + index * 20}`, {
      stroke: features.tone === 'dark' ? ink.mid : ink.paper,
      width: 2.2,
      opacity: 0.7,
    }),
  );
  return path(shape, { fill: tone }) + strands.join('');
}

function longHair(tone: string): string {
  const { x, y, rx, ry } = FACE;
  return path(
    `M${x} ${y - ry - 50}C${x - 190} ${y - ry - 50} ${x - rx - 66} ${y - 90} ${x - rx - 58} ${y + 90}C${x - rx - 56} ${y + 210} ${x - rx - 40} ${y + 300} ${x - 118} ${y + 338}L${x + 118} ${y + 338}C${x + rx + 40} ${y + 300} ${x + rx + 56} ${y + 210} ${x + rx + 58} ${y + 90}C${x + rx + 66} ${y - 90} ${x + 190} ${y - ry - 50} ${x} ${y - ry - 50}Z`,
    { fill: tone },
  );
}

function glasses(ink: Ink): string {
  const { x, y, rx } = FACE;
  return (
    [-1, 1].map(side => circle(x + side * 76, y + 2, 54, { stroke: ink.warm, width: 6 }) + line({ x: x + side * 130, y: y - 4 }, { x: x + side * (rx + 6), y: y - 12 }, { stroke: ink.warm, width: 5 })).join('')
    + path(`M${x - 22} ${y - 4}Q${x} ${y - 20} ${x + 22} ${y - 4}`, { stroke: ink.warm, width: 5 })
  );
}
