import type { Ink } from './ink.ts';
import { cypress, grass, hills, sun, tree, water } from './landscape.ts';
import type { Random } from './random.ts';
import { line, path, polygon, rectangle } from './svg.ts';

/** A broad white house with rows of windows above a bay, hills behind it. */
export function drawBay(random: Random, ink: Ink, width: number, height: number): string {
  const ground = height * 0.7;
  const wing = (x: number, top: number, columns: number, rows: number) => facade(x, top, columns, rows, ground, random, ink);
  return [
    sun(random.between(200, 320), 190, 92, ink),
    hills(random, ink, width, ground, 390),
    wing(228, ground - 232, 7, 4),
    wing(936, ground - 262, 8, 5),
    wing(560, ground - 330, 8, 6),
    rectangle(640, ground - 372, 180, 42, { fill: ink.paper, stroke: ink.strong, width: 2 }),
    line({ x: 730, y: ground - 372 }, { x: 730, y: ground - 440 }, { stroke: ink.strong, width: 2.4 }),
    polygon([{ x: 730, y: ground - 438 }, { x: 784, y: ground - 424 }, { x: 730, y: ground - 408 }], { fill: ink.warm }),
    colonnade(560, ground, 8, ink),
    ...[118, 168, 1392, 1442, 1496].map((x, index) => cypress({ x, y: ground }, [150, 196, 214, 160, 120][index] ?? 150, ink)),
    water(random, ink, width, ground, height - ground),
  ].join('');
}

/** A low house with a pitched roof between walnut trees. */
export function drawOrchard(random: Random, ink: Ink, width: number, height: number): string {
  const ground = height * 0.76;
  const [left, right, eaves, ridge] = [470, 1130, ground - 190, ground - 372];
  const tiles = Array.from({ length: 9 }, (_, row) => {
    const share = (row + 0.6) / 9;
    const [y, inset] = [ridge + share * (eaves - ridge), (1 - share) * 150];
    return line({ x: left - 46 + inset, y }, { x: right + 46 - inset, y }, { stroke: ink.warmSoft, width: 1.5, dash: `${20 + (row % 3) * 9} 7` });
  });
  return [
    sun(1270, 186, 84, ink),
    hills(random, ink, width, ground, 250),
    tree({ x: 300, y: ground + 4 }, 430, random, ink),
    tree({ x: 1372, y: ground + 2 }, 350, random, ink),
    rectangle(880, ridge - 54, 54, 120, { fill: ink.paper, stroke: ink.strong, width: 2.4 }),
    rectangle(left, eaves, right - left, ground - eaves, { fill: ink.paper, stroke: ink.strong, width: 3.4 }),
    polygon([{ x: left - 50, y: eaves }, { x: left + 104, y: ridge }, { x: right - 104, y: ridge }, { x: right + 50, y: eaves }], {
      fill: ink.ground,
      stroke: ink.strong,
      width: 4.2,
    }),
    ...tiles,
    ...[530, 640, 868, 978].map((x, index) => window(x, eaves + 52, 74, 84, index === 2, ink)),
    rectangle(760, eaves + 44, 72, ground - eaves - 44, { fill: ink.warm, stroke: ink.strong, width: 2.6 }),
    line({ x: 820, y: ground - 66 }, { x: 820, y: ground - 58 }, { stroke: ink.paper, width: 4 }),
    path(`M748 ${eaves + 40}L844 ${eaves + 40}`, { stroke: ink.strong, width: 4 }),
    line({ x: 0, y: ground }, { x: width, y: ground }, { stroke: ink.strong, width: 3.4 }),
    grass(random, ink, width, ground, height - ground - 20),
    tree({ x: 112, y: ground + 66 }, 300, random, ink),
  ].join('');
}

/** A brick building with a tower beside a wide river. */
export function drawRiver(random: Random, ink: Ink, width: number, height: number): string {
  const shore = height * 0.66;
  const [left, right, top] = [360, 1180, shore - 232];
  const tower = { x: 604, width: 128, top: shore - 418 };
  const arch = (x: number, y: number, isLit: boolean) =>
    path(`M${x} ${y + 78}V${y + 22}A21 22 0 0 1 ${x + 42} ${y + 22}V${y + 78}Z`, { fill: isLit ? ink.warm : ink.veil, stroke: ink.strong, width: 2 })
    + line({ x: x + 21, y: y + 2 }, { x: x + 21, y: y + 78 }, { stroke: ink.strong, width: 1.1 });
  const arches = [0, 1].flatMap(row =>
    Array.from({ length: 12 }, (_, column) => ({ x: left + 24 + column * 67, y: top + 26 + row * 104 }))
      .filter(({ x }) => x < tower.x - 30 || x > tower.x + tower.width - 6)
      .map(({ x, y }) => arch(x, y, random.chance(0.14))),
  );
  return [
    sun(1330, 200, 92, ink),
    hills(random, ink, width, shore, 170),
    brickwall(left, top, right - left, shore - top, random, ink),
    polygon([{ x: left - 18, y: top }, { x: left + 40, y: top - 62 }, { x: right - 40, y: top - 62 }, { x: right + 18, y: top }], { fill: ink.veil, stroke: ink.strong, width: 3 }),
    ...arches,
    brickwall(tower.x, tower.top, tower.width, shore - tower.top, random, ink),
    polygon([{ x: tower.x - 16, y: tower.top }, { x: tower.x + tower.width / 2, y: tower.top - 132 }, { x: tower.x + tower.width + 16, y: tower.top }], {
      fill: ink.warmSoft,
      stroke: ink.strong,
      width: 4,
    }),
    arch(tower.x + 43, tower.top + 42, true),
    arch(tower.x + 43, tower.top + 176, false),
    rectangle(tower.x + 36, shore - 104, 56, 104, { fill: ink.strong }),
    tree({ x: 236, y: shore + 2 }, 250, random, ink),
    tree({ x: 1326, y: shore + 2 }, 220, random, ink),
    water(random, ink, width, shore, height - shore),
  ].join('');
}

const COLUMN = 44;

/** A part of a house with rows of windows, its width following from their number. */
function facade(x: number, top: number, columns: number, rows: number, ground: number, random: Random, ink: Ink): string {
  const width = columns * COLUMN + 24;
  const storey = (ground - top - 24) / rows;
  const floors = Array.from({ length: rows }, (_, row) => {
    const y = top + 18 + row * storey;
    const panes = Array.from({ length: columns }, (__, column) =>
      window(x + 12 + column * COLUMN + 9, y + storey * 0.16, COLUMN - 18, storey * 0.56, random.chance(0.09), ink),
    );
    return panes.join('') + line({ x, y: y + storey * 0.92 }, { x: x + width, y: y + storey * 0.92 }, { stroke: ink.soft, width: 1.1 });
  });
  return (
    rectangle(x, top, width, ground - top, { fill: ink.paper, stroke: ink.strong, width: 3 })
    + line({ x: x - 8, y: top }, { x: x + width + 8, y: top }, { stroke: ink.strong, width: 5 })
    + floors.join('')
  );
}

function window(x: number, y: number, width: number, height: number, isLit: boolean, ink: Ink): string {
  const middle = x + width / 2;
  return (
    rectangle(x, y, width, height, { fill: isLit ? ink.warm : ink.veil, stroke: ink.strong, width: 1.7 })
    + line({ x: middle, y }, { x: middle, y: y + height }, { stroke: ink.strong, width: 1 })
    + line({ x, y: y + height * 0.42 }, { x: x + width, y: y + height * 0.42 }, { stroke: ink.strong, width: 0.8 })
  );
}

function colonnade(x: number, ground: number, columns: number, ink: Ink): string {
  const arches = Array.from({ length: columns }, (_, column) => {
    const left = x + 12 + column * COLUMN + 5;
    return path(`M${left} ${ground}V${ground - 34}A17 17 0 0 1 ${left + 34} ${ground - 34}V${ground}Z`, { fill: ink.ground, stroke: ink.strong, width: 1.8 });
  });
  return arches.join('');
}

/** A wall of brick, its courses drawn here and there as a draughtsman would. */
function brickwall(x: number, y: number, width: number, height: number, random: Random, ink: Ink): string {
  const courses = Array.from({ length: Math.round((width * height) / 800) }, () => {
    const top = y + random.whole(1, Math.floor(height / 13) - 1) * 13;
    const length = random.between(14, 40);
    const left = x + random.between(6, Math.max(8, width - length - 6));
    return line({ x: left, y: top }, { x: left + length, y: top }, { stroke: random.chance(0.35) ? ink.warm : ink.warmSoft, width: 2.2 });
  });
  return (
    rectangle(x, y, width, height, { fill: ink.paper })
    + rectangle(x, y, width, height, { fill: ink.warmSoft, opacity: 0.22 })
    + courses.join('')
    + rectangle(x, y, width, height, { stroke: ink.strong, width: 3.4 })
  );
}
