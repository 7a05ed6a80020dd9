import type { Ink } from './ink.ts';
import { cypress, grass, hills, sun, tree } from './landscape.ts';
import type { Random } from './random.ts';
import { line, path, polygon, rectangle } from './svg.ts';

/** A low building with a pitched roof at the end of an avenue of round trees. */
export function drawAvenue(random: Random, ink: Ink, width: number, height: number): string {
  const [ground, middle] = [height * 0.6, width / 2];
  const [left, right, eaves, ridge] = [middle - 250, middle + 250, ground - 92, ground - 166];
  const panes = Array.from({ length: 11 }, (_, index) => {
    const x = left + 18 + index * 43.4;
    const isDoor = index === 5;
    return rectangle(x, eaves + 22, 30, isDoor ? 70 : 40, { fill: isDoor || random.chance(0.12) ? ink.warm : ink.veil, stroke: ink.strong, width: 1.6 });
  });
  const gravel = Array.from({ length: 70 }, () => {
    const depth = random.between(0, 1) ** 0.7;
    const half = 34 + depth * 236;
    const x = middle + random.between(-0.92, 0.92) * half;
    const y = ground + 8 + depth * (height - ground);
    return line({ x, y }, { x: x + 8 + depth * 26, y }, { stroke: random.chance(0.12) ? ink.warmSoft : ink.soft, width: 1 + depth });
  });
  const pairs = [0.02, 0.1, 0.24, 0.46, 0.8].map((depth) => {
    const [away, foot, size] = [160 + depth * 640, ground + 8 + depth * 250, 130 + depth * 400];
    return tree({ x: middle - away, y: foot }, size, random, ink) + tree({ x: middle + away, y: foot }, size, random, ink);
  });
  return [
    sun(middle + 330, 150, 78, ink),
    hills(random, ink, width, ground, 330),
    ...[-330, -292, 292, 330].map(away => cypress({ x: middle + away, y: ground }, 96, ink)),
    rectangle(left, eaves, right - left, ground - eaves, { fill: ink.paper, stroke: ink.strong, width: 3 }),
    polygon([{ x: left - 26, y: eaves }, { x: left + 50, y: ridge }, { x: right - 50, y: ridge }, { x: right + 26, y: eaves }], { fill: ink.warmSoft, stroke: ink.strong, width: 3.4 }),
    ...panes,
    path(`M0 ${ground}H${width}V${height}H0Z`, { fill: ink.veil }),
    polygon([{ x: middle - 34, y: ground }, { x: middle + 34, y: ground }, { x: middle + 330, y: height }, { x: middle - 330, y: height }], { fill: ink.ground, stroke: ink.mid, width: 2 }),
    line({ x: 0, y: ground }, { x: width, y: ground }, { stroke: ink.strong, width: 2.6 }),
    ...gravel,
    grass(random, ink, middle - 360, ground + 40, height - ground - 60),
    `<g transform="translate(${middle + 360} 0)">${grass(random, ink, middle - 360, ground + 40, height - ground - 60)}</g>`,
    ...pairs,
  ].join('');
}
