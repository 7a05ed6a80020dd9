import type { Ink } from './ink.ts';
import type { Random } from './random.ts';
import { blob, circle, path, smooth, type Point } from './svg.ts';

interface Dish extends Point {
  radius: number;
  /** Whether growth keeps away from each of the small discs, in turn around the dish. */
  held: boolean[];
}

const [held, free] = [true, false];

/** Round dishes as a laboratory sees them: dots of growth, and small discs with a clear ring around them, or with none. */
export function drawColonies(random: Random, ink: Ink, width: number, height: number): string {
  const dishes: Dish[] = [
    { x: width * 0.03, y: height * 0.83, radius: 190, held: [] },
    { x: width * 0.205, y: height * 0.37, radius: 212, held: [held, held, held, held, held] },
    { x: width * 0.545, y: height * 0.535, radius: 318, held: [held, free, free, held, free, free] },
    { x: width * 0.845, y: height * 0.27, radius: 166, held: [held, held, free] },
    { x: width * 0.905, y: height * 0.83, radius: 188, held: [] },
  ];
  return bench(random, ink, width, height) + dishes.map(dish => drawDish(dish, random, ink)).join('');
}

function drawDish(dish: Dish, random: Random, ink: Ink): string {
  const { x, y, radius } = dish;
  const main = dish.held.length > 5;
  const discs = dish.held.map((isHeld, index) => {
    const angle = (index / dish.held.length) * Math.PI * 2 - 1.2;
    const away = radius * 0.55;
    return { x: x + Math.cos(angle) * away, y: y + Math.sin(angle) * away, isHeld, clear: isHeld ? radius * random.between(0.2, 0.26) : radius * 0.09 };
  });
  const rings = discs.filter(({ isHeld }) => isHeld).map(disc => circle(disc.x, disc.y, disc.clear, { fill: ink.paper, stroke: ink.soft, width: 1.6 }));
  return [
    circle(x + 8, y + 11, radius, { fill: ink.faint, opacity: 0.6 }),
    circle(x, y, radius, { fill: ink.paper, stroke: main ? ink.strong : ink.mid, width: main ? 5 : 2.4 }),
    circle(x, y, radius * 0.925, { fill: ink.veil, stroke: ink.soft, width: 1.4 }),
    ...(discs.length ? [] : [0.72, 0.48, 0.24].map(share => circle(x, y, radius * share, { stroke: ink.faint, width: 1.6 }))),
    ...rings,
    ...growth(dish, discs, random).map(point => colony(point, random, ink)),
    ...discs.map(disc => pill(disc, disc.isHeld, radius * 0.062 + 3, ink)),
  ].join('');
}

/** Places for colonies: dense where there are discs, a few large ones where there are none. */
function growth({ x, y, radius, held: discs }: Dish, clear: (Point & { clear: number })[], random: Random): Dish[] {
  const points: Dish[] = [];
  const wanted = discs.length ? Math.round((radius / 318) ** 2 * 430) : 24;
  for (let attempt = 0; attempt < 9000 && points.length < wanted; attempt += 1) {
    const [angle, away] = [random.between(0, Math.PI * 2), Math.sqrt(random.between(0, 1)) * radius * 0.88];
    const size = discs.length ? random.between(3, 8) : random.between(7, 22);
    const point = { x: x + Math.cos(angle) * away, y: y + Math.sin(angle) * away, radius: size, held: [] };
    const isFree = points.every(other => Math.hypot(other.x - point.x, other.y - point.y) > other.radius + size + 3);
    if (isFree && clear.every(disc => Math.hypot(disc.x - point.x, disc.y - point.y) > disc.clear + size + 3)) points.push(point);
  }
  return points;
}

function colony(at: Dish, random: Random, ink: Ink): string {
  if (at.radius < 9) return circle(at.x, at.y, at.radius, { fill: random.pick([ink.mid, ink.soft, ink.mid, ink.strong] as const), opacity: 0.85 });
  const outline = blob(at, at.radius, at.radius, 0, random, 0.08);
  return path(outline, { fill: ink.ground, stroke: ink.mid, width: 2.2 }) + circle(at.x, at.y, at.radius * 0.4, { fill: random.chance(0.2) ? ink.warm : ink.mid });
}

/** A disc with a medicine; growth reaches up to a warm one. */
function pill({ x, y }: Point, isHeld: boolean, radius: number, ink: Ink): string {
  const colour = isHeld ? ink.strong : ink.warm;
  return circle(x, y, radius, { fill: ink.paper, stroke: colour, width: isHeld ? 2.6 : 4.5 }) + circle(x, y, radius * 0.34, { fill: colour });
}

/** The bench below: fine lines and pale rounds. */
function bench(random: Random, ink: Ink, width: number, height: number): string {
  const rounds = Array.from({ length: 4 }, () => circle(random.between(0, width), random.between(0, height), random.between(120, 260), { stroke: ink.faint, width: 1.6 }));
  const lines = Array.from({ length: 10 }, (_, index) =>
    path(smooth(Array.from({ length: 9 }, (__, step) => ({ x: step * 220 - 80, y: (index / 9) * height + 34 * Math.sin(step * 0.75 + index * 0.5) }))), {
      stroke: ink.faint,
      width: index % 4 === 0 ? 2.2 : 1,
    }),
  );
  return rounds.join('') + lines.join('');
}
