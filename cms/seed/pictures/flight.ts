import type { Ink } from './ink.ts';
import { sun, water } from './landscape.ts';
import type { Random } from './random.ts';
import { circle, line, path, polygon, smooth, type Point } from './svg.ts';

/** A long arc over a calm horizon: flown up to a small aeroplane, still dashed beyond it. */
export function drawFlight(random: Random, ink: Ink, width: number, height: number): string {
  const shore = height * 0.73;
  const arch = arcOver({ x: width * 0.11, y: shore }, { x: width * 0.89, y: shore }, height * 0.54);
  const here = 0.64;
  return [
    sky(random, ink, width, shore),
    sun(width * 0.76, shore - 96, 118, ink),
    coast(random, ink, width, shore),
    water(random, ink, width, shore, height - shore),
    ...[-26, -52].map(away => path(smooth(along(arch, 0, 1, away)), { stroke: ink.faint, width: 1.4 })),
    path(smooth(along(arch, here + 0.06, 1)), { stroke: ink.warmSoft, width: 3, dash: '3 15' }),
    path(smooth(along(arch, 0, here - 0.045)), { stroke: ink.warm, width: 5 }),
    ...[0.16, 0.32, 0.48].map(part => circle(arch(part).x, arch(part).y, 6.5, { fill: ink.ground, stroke: ink.warm, width: 3 })),
    place(arch(0), ink, true),
    place(arch(1), ink, false),
    plane(arch(here), heading(arch, here), ink),
  ].join('');
}

type Course = (part: number) => Point;

/** A course from one place to another, as high in its middle as is asked. */
function arcOver(from: Point, to: Point, rise: number): Course {
  return part => ({ x: from.x + (to.x - from.x) * part, y: from.y - rise * (1 - (2 * part - 1) ** 2) });
}

/** Points along a part of a course, or along a parallel that is that far away from its middle. */
function along(course: Course, from: number, to: number, away = 0): Point[] {
  return Array.from({ length: 17 }, (_, step) => {
    const part = from + ((to - from) * step) / 16;
    const { x, y } = course(part);
    return { x, y: y + away * 4 * part * (1 - part) };
  });
}

function heading(course: Course, part: number): number {
  const [before, after] = [course(part - 0.01), course(part + 0.01)];
  return (Math.atan2(after.y - before.y, after.x - before.x) * 180) / Math.PI;
}

/** An aeroplane seen from above, its nose to the right before it is turned. */
function plane({ x, y }: Point, degrees: number, ink: Ink): string {
  const wing = (side: number) =>
    polygon([{ x: 12, y: side * 6 }, { x: -16, y: side * 62 }, { x: -30, y: side * 62 }, { x: -12, y: side * 6 }], { fill: ink.deep, stroke: ink.deep, width: 3 });
  const tail = (side: number) =>
    polygon([{ x: -42, y: side * 4 }, { x: -56, y: side * 24 }, { x: -64, y: side * 24 }, { x: -57, y: side * 4 }], { fill: ink.deep, stroke: ink.deep, width: 2 });
  const body = path('M56 0C48 -9 36 -9 28 -9L-52 -6C-62 -4 -62 4 -52 6L28 9C36 9 48 9 56 0Z', { fill: ink.deep });
  return `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${degrees.toFixed(1)})">${[-1, 1].map(side => wing(side) + tail(side)).join('')}${body}</g>`;
}

/** Where a journey begins or ends: rings on the waterline, filled where it began. */
function place({ x, y }: Point, ink: Ink, began: boolean): string {
  return circle(x, y, 26, { fill: ink.ground, stroke: ink.strong, width: 2 }) + circle(x, y, 12, began ? { fill: ink.strong } : { stroke: ink.strong, width: 4 });
}

/** Layers of still air: long lines and flat clouds. */
function sky(random: Random, ink: Ink, width: number, shore: number): string {
  const layers = Array.from({ length: 8 }, (_, index) => {
    const y = 60 + index * (shore / 9.5);
    return path(smooth(Array.from({ length: 9 }, (__, step) => ({ x: step * 220 - 80, y: y + 15 * Math.sin(step * 0.7 + index * 0.8) }))), {
      stroke: ink.faint,
      width: index % 3 === 0 ? 2 : 1,
    });
  });
  const clouds = [[0.2, 0.2], [0.47, 0.5], [0.86, 0.16], [0.3, 0.46]].map(([across = 0, down = 0]) =>
    [0, 1, 2].map((row) => {
      const [x, y] = [width * across + random.between(-40, 40), shore * down + row * 17];
      const half = random.between(60, 130) * (row === 1 ? 1.25 : 0.8);
      return line({ x: x - half, y }, { x: x + half, y }, { stroke: row === 1 ? ink.soft : ink.faint, width: 9, opacity: 0.75 });
    }).join(''),
  );
  return layers.join('') + clouds.join('');
}

/** Two low coasts, one at either end. */
function coast(random: Random, ink: Ink, width: number, shore: number): string {
  return [0, 1]
    .map((end) => {
      const far = end ? width + 60 : -60;
      const crest = Array.from({ length: 8 }, (_, step) => ({
        x: far + (end ? -1 : 1) * step * 52,
        y: shore - (1 - step / 7) * random.between(52, 84),
      }));
      return path(`${smooth(crest)}L${far} ${shore}Z`, { fill: ink.veil, stroke: ink.mid, width: 2 });
    })
    .join('');
}
