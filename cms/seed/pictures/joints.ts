import type { Ink } from './ink.ts';
import type { Random } from './random.ts';
import { arc, circle, path, smooth, type Point } from './svg.ts';

/** Two rounded ends above two shallow hollows, a line of wear between them. */
export function drawKnee(random: Random, ink: Ink, width: number, height: number): string {
  const middle = width / 2;
  const mirrored = (half: [number, number][]): Point[] => [
    ...half.map(([away, y]) => ({ x: middle - away, y })),
    ...half.toReversed().filter(([away]) => away > 0).map(([away, y]) => ({ x: middle + away, y })),
  ];
  const upper = mirrored([[150, -420], [158, -80], [196, 90], [330, 210], [432, 316], [404, 432], [262, 486], [96, 448], [0, 402]]);
  const lower = mirrored([[142, 1340], [156, 1000], [214, 820], [372, 716], [456, 632], [424, 556], [268, 560], [104, 532], [0, 506]]);
  const cartilage = mirrored([[434, 470], [270, 522], [100, 490], [0, 452]]);
  return [
    backdrop(random, ink, { x: middle, y: 490 }, width, height),
    bone(upper, { x: middle, y: 250 }, ink),
    bone(lower, { x: middle, y: 690 }, ink),
    grains(random, ink, 40, () => ({ x: middle + random.between(-1, 1) * 330, y: random.between(170, 420) })),
    grains(random, ink, 34, () => ({ x: middle + random.between(-1, 1) * 350, y: random.between(600, 720) })),
    path(smooth(cartilage), { stroke: ink.warmSoft, width: 15, opacity: 0.55 }),
    path(smooth(cartilage), { stroke: ink.warm, width: 5 }),
  ].join('');
}

/** A round head in a cup of wide arcs. */
export function drawHip(random: Random, ink: Ink, width: number, height: number): string {
  const head = { x: width * 0.47, y: height * 0.46 };
  const [radius, from, to] = [182, Math.PI * 0.86, Math.PI * 1.94];
  const shaft: Point[] = [
    { x: head.x + 40, y: head.y + 120 },
    { x: head.x + 168, y: head.y + 236 },
    { x: head.x + 246, y: head.y + 420 },
    { x: head.x + 252, y: 1300 },
    { x: head.x + 500, y: 1300 },
    { x: head.x + 516, y: head.y + 400 },
    { x: head.x + 528, y: head.y + 190 },
    { x: head.x + 450, y: head.y + 66 },
    { x: head.x + 326, y: head.y + 78 },
    { x: head.x + 110, y: head.y + 30 },
  ];
  const cup = [0, 1, 2, 3, 4, 5, 6].map((ring) => {
    const away = 232 + ring * 40 + ring * ring * 3;
    const reach = ring * 0.035;
    return path(arc(head, away, from + reach, to - reach), ring === 0 ? { stroke: ink.strong, width: 9 } : { stroke: ring % 3 === 0 ? ink.mid : ink.soft, width: 4.2 - ring * 0.4 });
  });
  return [
    backdrop(random, ink, head, width, height),
    path(`${arc(head, 400, from, to)}L${head.x} ${head.y}Z`, { fill: ink.veil }),
    ...cup,
    grains(random, ink, 52, () => around(head, random.between(262, 392), random.between(from + 0.12, to - 0.12))),
    path(`${arc(head, 226, from, to)}L${head.x} ${head.y}Z`, { fill: ink.ground }),
    bone(shaft, { x: head.x + 390, y: head.y + 330 }, ink),
    circle(head.x, head.y, radius, { fill: ink.paper, stroke: ink.strong, width: 6.5 }),
    ...[0.84, 0.67, 0.5, 0.33, 0.16].map((share, ring) => circle(head.x + (1 - share) * 16, head.y + (1 - share) * 14, radius * share, { stroke: ring % 2 ? ink.soft : ink.mid, width: 1.6 })),
    path(arc(head, radius + 25, from + 0.1, to - 0.1), { stroke: ink.warmSoft, width: 15, opacity: 0.55 }),
    path(arc(head, radius + 25, from + 0.1, to - 0.1), { stroke: ink.warm, width: 5 }),
  ].join('');
}

/** A filled outline with lines inside that follow it, as heights on a map. */
function bone(outline: Point[], heart: Point, ink: Ink): string {
  const line = (share: number) => smooth(outline.map(({ x, y }) => ({ x: heart.x + (x - heart.x) * share, y: heart.y + (y - heart.y) * share })), true);
  const inner = [0.9, 0.79, 0.67, 0.54, 0.4, 0.25].map((share, index) => path(line(share), { stroke: index % 3 === 2 ? ink.mid : ink.soft, width: 1.5 }));
  return path(line(1), { fill: ink.paper, stroke: ink.strong, width: 6.5 }) + inner.join('');
}

/** Fine specks, as of spongy bone. */
function grains(random: Random, ink: Ink, count: number, place: () => Point): string {
  return Array.from({ length: count }, () => {
    const { x, y } = place();
    return circle(x, y, random.between(1.8, 4.6), { fill: random.pick([ink.soft, ink.mid, ink.soft, ink.warmSoft] as const), opacity: random.between(0.5, 0.95) });
  }).join('');
}

/** Pale rounds and broken rings about the joint. */
function backdrop(random: Random, ink: Ink, center: Point, width: number, height: number): string {
  const rounds = Array.from({ length: 4 }, (_, index) =>
    circle(random.between(0.04, 0.2) * width + (index % 2) * 0.76 * width, random.between(0.1, 0.9) * height, random.between(70, 190), index < 2 ? { fill: ink.veil } : { stroke: ink.faint, width: 1.6 }),
  );
  const rings = Array.from({ length: 9 }, (_, ring) => {
    const start = random.between(0, 6.28);
    return path(arc(center, 470 + ring * 62, start, start + random.between(2.6, 5.4)), { stroke: ink.faint, width: ring % 3 === 1 ? 2.4 : 1.2 });
  });
  return rounds.join('') + rings.join('');
}

function around({ x, y }: Point, radius: number, angle: number): Point {
  return { x: x + Math.cos(angle) * radius, y: y + Math.sin(angle) * radius };
}
