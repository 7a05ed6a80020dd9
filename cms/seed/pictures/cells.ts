import type { Ink } from './ink.ts';
import type { Random } from './random.ts';
import { blob, circle, path, smooth, type Point } from './svg.ts';

interface Cell extends Point {
  radius: number;
}

/** Cells that drift along a current, in three depths, some of them linked by threads. */
export function drawCells(random: Random, ink: Ink, width: number, height: number): string {
  const current = makeCurrent(random, width, height);
  const cells: Cell[] = [];
  const place = (radius: number, spread: number): Cell => {
    const cell = freePlace(random, cells, radius, spread, current, width, height);
    cells.push(cell);
    return cell;
  };
  const many = (count: number, draw: (index: number) => string) => Array.from({ length: count }, (_, index) => draw(index)).join('');

  const far = many(9, () => {
    const cell = place(random.between(110, 230), 420);
    const filled = random.chance(0.45);
    return membrane(cell, random, current, filled ? { fill: ink.veil } : { stroke: ink.faint, width: random.between(1.5, 3) });
  });
  const middle: Cell[] = [];
  const between = many(30, () => {
    const cell = place(random.between(26, 96), 230);
    middle.push(cell);
    const colour = random.pick([ink.soft, ink.soft, ink.mid, ink.warmSoft] as const);
    return (
      membrane(cell, random, current, { stroke: colour, width: random.between(1.4, 5) })
      + nucleus(cell, random, random.chance(0.25) ? ink.warm : colour, random.between(0.55, 0.95))
    );
  });
  const near = many(9, (index) => {
    const cell = place(random.between(46, 118), 170);
    middle.push(cell);
    const colour = index % 3 === 1 ? ink.warm : ink.strong;
    return (
      membrane(cell, random, current, { fill: ink.ground, opacity: 0.55 })
      + membrane(cell, random, current, { stroke: colour, width: random.between(4, 8.5) })
      + membrane({ ...cell, radius: cell.radius * 0.78 }, random, current, { stroke: colour, width: 1.2, opacity: 0.5 })
      + nucleus(cell, random, index % 3 === 2 ? ink.warm : colour, 1)
    );
  });
  const dust = many(46, () => {
    const { x, y } = place(random.between(3, 8), 300);
    return circle(x, y, random.between(2.5, 7), { fill: random.pick([ink.soft, ink.mid, ink.warm, ink.soft] as const), opacity: random.between(0.5, 1) });
  });
  return streams(random, ink, current, width, height) + far + threads(middle, random, ink) + between + near + dust;
}

interface Current {
  /** Where the drift runs at a place across the picture. */
  course(x: number): number;
  /** Its direction there, in radians. */
  angle(point: Point): number;
}

function makeCurrent(random: Random, width: number, height: number): Current {
  const [middle, swing, phase, waves] = [random.between(0.42, 0.58), random.between(0.12, 0.26), random.between(0, 6.28), random.between(0.8, 1.5)];
  const turn = (x: number) => (x / width) * Math.PI * 2 * waves + phase;
  return {
    course: x => height * (middle + swing * Math.sin(turn(x))),
    angle: ({ x, y }) =>
      Math.atan((height * swing * Math.cos(turn(x)) * Math.PI * 2 * waves) / width) + 0.35 * Math.sin(y / 170 + phase),
  };
}

/** Of several places near the current takes the one that leaves most room. */
function freePlace(random: Random, cells: Cell[], radius: number, spread: number, current: Current, width: number, height: number): Cell {
  let best: Cell = { x: 0, y: 0, radius };
  let most = -Infinity;
  for (let attempt = 0; attempt < 14; attempt += 1) {
    const x = random.between(-40, width + 40);
    const away = (random.between(-1, 1) + random.between(-1, 1) + random.between(-1, 1)) * spread * 0.62;
    const y = Math.min(Math.max(current.course(x) + away, -60), height + 60);
    const room = Math.min(320, ...cells.map(cell => Math.hypot(cell.x - x, cell.y - y) - (cell.radius + radius) * 0.75));
    if (room > most) [best, most] = [{ x, y, radius }, room];
  }
  return best;
}

function membrane(cell: Cell, random: Random, current: Current, style: Parameters<typeof path>[1]): string {
  const stretch = 0.78 + ((cell.x * 7 + cell.y * 3) % 22) / 100;
  return path(blob(cell, cell.radius, cell.radius * stretch, current.angle(cell), random, 0.07), style);
}

function nucleus(cell: Cell, random: Random, colour: string, opacity: number): string {
  const [turn, away] = [random.between(0, 6.28), cell.radius * random.between(0.05, 0.32)];
  const radius = cell.radius * random.between(0.13, 0.2) + 3;
  const [x, y] = [cell.x + Math.cos(turn) * away, cell.y + Math.sin(turn) * away];
  return circle(x, y, radius, { fill: colour, opacity });
}

/** Hairlines along the current. */
function streams(random: Random, ink: Ink, current: Current, width: number, height: number): string {
  return Array.from({ length: 15 }, (_, index) => {
    const offset = (index / 14 - 0.5) * height * 1.5 + random.between(-18, 18);
    const points = Array.from({ length: 18 }, (__, step) => {
      const x = (step / 17) * (width + 200) - 100;
      return { x, y: current.course(x) * 0.75 + height * 0.125 + offset + 16 * Math.sin(step * 0.9 + index) };
    });
    return path(smooth(points), { stroke: ink.faint, width: index % 4 === 0 ? 2.2 : 1, opacity: 0.85 });
  }).join('');
}

/** Fine lines from rim to rim of neighbours, a bead on each. */
function threads(cells: Cell[], random: Random, ink: Ink): string {
  return cells
    .map((cell, index) => {
      const near = cells
        .slice(index + 1)
        .map(other => ({ other, gap: gapBetween(cell, other) }))
        .filter(({ gap }) => gap > 24 && gap < 170)
        .sort((one, two) => one.gap - two.gap)[0];
      if (!near || !random.chance(0.8)) return '';
      const [from, to] = [rim(cell, near.other), rim(near.other, cell)];
      const bend = random.between(-0.22, 0.22);
      const middle = {
        x: (from.x + to.x) / 2 + (to.y - from.y) * bend,
        y: (from.y + to.y) / 2 - (to.x - from.x) * bend,
      };
      return path(smooth([from, middle, to]), { stroke: ink.mid, width: 1.4 }) + circle(middle.x, middle.y, 3.4, { fill: ink.warm });
    })
    .join('');
}

function gapBetween(one: Cell, other: Cell): number {
  return Math.hypot(other.x - one.x, other.y - one.y) - other.radius - one.radius;
}

/** Where a line from a cell to a point leaves the cell. */
function rim(cell: Cell, to: Point): Point {
  const angle = Math.atan2(to.y - cell.y, to.x - cell.x);
  return { x: cell.x + Math.cos(angle) * cell.radius * 0.93, y: cell.y + Math.sin(angle) * cell.radius * 0.93 };
}
