import type { Ink } from './ink.ts';
import type { Random } from './random.ts';
import { blob, circle, line, path, smooth, type Point } from './svg.ts';

/** How dense a crowd is at a place along its path, both from 0 to 1. */
type Density = (place: number) => number;

/**
 * Two paths, one above the other. Above, a crowd of cells thins out to almost none, and a new one grows from a few round cells.
 * Below, a crowd stays as it was, and a few star-shaped cells join it.
 */
export function drawTwoPaths(random: Random, ink: Ink, width: number, height: number): string {
  const [above, below] = [height * 0.27, height * 0.74];
  const thinning: Density = place => Math.max(0, 1 - place / 0.47) ** 1.2;
  const growing: Density = place => Math.max(0, (place - 0.56) / 0.44) ** 1.15;
  const steady: Density = () => 0.66;
  const old = (point: Point) => plainCell(point, random.between(11, 19), ink, random);
  const fresh = (point: Point) => newCell(point, random.between(12, 20), ink, random);
  const founders = [-24, 18, -12].map((away, index) => ({ x: width * (0.485 + index * 0.04), y: above + away }));
  const stars = [-58, 44, -20, 62, -46, 26].map((away, index) => ({ x: width * (0.24 + index * 0.125), y: below + away }));
  return [
    path(smooth([{ x: 90, y: height / 2 }, { x: width - 90, y: height / 2 }]), { stroke: ink.soft, width: 1.4, dash: '2 11' }),
    track(above, place => Math.max(thinning(place), growing(place)), ink, width),
    track(below, steady, ink, width),
    ...crowd(above, thinning, 135, founders, random, width).map(old),
    ...crowd(above, growing, 125, founders, random, width).map(fresh),
    ...founders.map(point => newCell(point, 17, ink, random)),
    ...crowd(below, steady, 170, stars, random, width).map(old),
    ...stars.map(point => star(point, ink, random)),
  ].join('');
}

const REACH = 128;

/** The bed of a path: a field as wide as its crowd, and a line with an arrowhead through it. */
function track(y: number, density: Density, ink: Ink, width: number): string {
  const edge = (side: number) =>
    Array.from({ length: 25 }, (_, step) => ({ x: 70 + (step / 24) * (width - 190), y: y + side * (16 + (REACH + 14) * density(step / 24)) }));
  const tip = { x: width - 62, y };
  return (
    path(`${smooth(edge(-1))}${smooth(edge(1).reverse()).replace('M', 'L')}Z`, { fill: ink.veil })
    + line({ x: 70, y }, tip, { stroke: ink.soft, width: 2 })
    + path(`M${tip.x - 20} ${tip.y - 14}L${tip.x} ${tip.y}L${tip.x - 20} ${tip.y + 14}`, { stroke: ink.mid, width: 3 })
  );
}

/** Places for cells, evenly loose, as dense along the path as is asked, with room around the places that are taken. */
function crowd(y: number, density: Density, count: number, taken: Point[], random: Random, width: number): Point[] {
  const points: Point[] = [];
  for (let attempt = 0; attempt < 9000 && points.length < count; attempt += 1) {
    const place = random.between(0, 1);
    const share = density(place);
    if (!random.chance(share)) continue;
    const point = { x: 80 + place * (width - 200), y: y + random.between(-1, 1) * REACH * Math.max(share, 0.12) };
    const isFree = (others: Point[], room: number) => others.every(other => Math.hypot(other.x - point.x, other.y - point.y) > room);
    if (isFree(points, 36) && isFree(taken, 52)) points.push(point);
  }
  return points;
}

function plainCell(point: Point, radius: number, ink: Ink, random: Random): string {
  return (
    path(blob(point, radius, radius * random.between(0.78, 0.98), random.between(0, 3), random, 0.1), {
      fill: ink.ground,
      stroke: random.chance(0.3) ? ink.soft : ink.mid,
      width: random.between(1.6, 3.2),
    }) + circle(point.x + random.between(-3, 3), point.y + random.between(-3, 3), radius * 0.27, { fill: ink.mid })
  );
}

function newCell(point: Point, radius: number, ink: Ink, random: Random): string {
  return (
    circle(point.x, point.y, radius, { fill: ink.paper, stroke: ink.strong, width: random.between(3, 4.6) })
    + circle(point.x + random.between(-3, 3), point.y + random.between(-3, 3), radius * 0.34, { fill: ink.warm })
  );
}

/** A cell with arms. */
function star(point: Point, ink: Ink, random: Random): string {
  const arms = 7;
  const turn = random.between(0, 1);
  const outline = Array.from({ length: arms * 2 }, (_, step) => {
    const angle = turn + (step / (arms * 2)) * Math.PI * 2;
    const radius = step % 2 ? 15 : random.between(38, 50);
    return { x: point.x + Math.cos(angle) * radius, y: point.y + Math.sin(angle) * radius };
  });
  return path(smooth(outline, true), { fill: ink.paper, stroke: ink.warm, width: 4 }) + circle(point.x, point.y, 7.5, { fill: ink.warm });
}
