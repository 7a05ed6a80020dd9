import type { Ink } from './ink.ts';
import type { Random } from './random.ts';
import { arc, circle, line, path, smooth, type Point } from './svg.ts';

/** Rays of light from the left that pass through thin arcs, one behind another like the layers of a lens, and meet in a point. */
export function drawLens(random: Random, ink: Ink, width: number, height: number): string {
  const middle = height * 0.5;
  const center = { x: width * 0.71, y: middle };
  const focus = { x: width * 0.8, y: middle };
  const outer = width * 0.44;
  const layers = Array.from({ length: 8 }, (_, index) => {
    const data = arc(center, outer - index * 21, Math.PI - 1.1, Math.PI + 1.1);
    const isEdge = index === 0 || index === 6;
    return path(data, { stroke: index === 3 ? ink.warmSoft : isEdge ? ink.strong : ink.mid, width: isEdge ? 6 : random.between(1.6, 3.6) });
  });
  const body = path(arc(center, outer - 74, Math.PI - 1.1, Math.PI + 1.1), { stroke: ink.paper, width: 146 });
  const cells = Array.from({ length: 65 }, (_, index) => {
    const angle = Math.PI + (index / 32 - 1) * 1.04;
    return circle(center.x + Math.cos(angle) * (outer - 168), center.y + Math.sin(angle) * (outer - 168), 6.4, { fill: index % 7 === 3 ? ink.warm : ink.mid });
  });
  const rays = Array.from({ length: 15 }, (_, index) => {
    const y = middle + (index - 7) * 50;
    const bend = { x: center.x - Math.sqrt(outer ** 2 - (y - middle) ** 2), y };
    const slope = (focus.y - bend.y) / (focus.x - bend.x);
    const end = { x: width + 20, y: focus.y + slope * (width + 20 - focus.x) };
    const style = index % 4 === 3 ? { stroke: ink.warm, width: 3 } : { stroke: ink.soft, width: 1.7 };
    return line({ x: -20, y }, bend, style) + line(bend, focus, style) + line(focus, end, { ...style, opacity: 0.45 });
  });
  const glow = [124, 78, 36].map((radius, index) => circle(focus.x, focus.y, radius, index === 0 ? { fill: ink.veil } : { stroke: ink.warmSoft, width: 1.8 }));
  return [ripples(random, ink, focus, width), ...glow, body, ...rays, ...layers, ...cells, circle(focus.x, focus.y, 12, { fill: ink.warm })].join('');
}

/** Broken circles about a point, as far as the picture reaches. */
function ripples(random: Random, ink: Ink, center: Point, width: number): string {
  return Array.from({ length: 13 }, (_, index) => {
    const start = random.between(0, 6.28);
    return path(arc(center, 170 + index * width * 0.065, start, start + random.between(3, 5.8)), { stroke: ink.faint, width: index % 4 === 1 ? 3.2 : 1.3 });
  }).join('');
}

/** What of the cornea a technique takes from a donor: from a depth, to a depth, counted from 0 (front) to 1 (inner face); beyond 1 it is thicker than what it replaces. */
interface Graft {
  from: number;
  to: number;
  isSewn: boolean;
}

/** Where the middle layer begins and ends; behind it lie a membrane and a single row of cells. */
const STROMA = { from: 0.17, to: 0.8 };
const GRAFTS: Graft[] = [
  { from: 0, to: 1, isSewn: true },
  { from: 0, to: STROMA.to, isSewn: true },
  { from: STROMA.to, to: 1.22, isSewn: false },
  { from: STROMA.to, to: 1, isSewn: false },
];

/**
 * Four domes of layers, cut open. In each the donor's part is drawn in a warm colour: all layers; the front and the middle one;
 * the inner one on a slice of a middle one; the inner one alone. Stitches hold the first two, a bubble the others.
 */
export function drawLayers(random: Random, ink: Ink, width: number, height: number): string {
  return GRAFTS.map((graft, index) => {
    const center = { x: width * (index % 2 ? 0.745 : 0.255), y: height * (index < 2 ? 0.1 : 0.56) + RADIUS };
    return dome(center, graft, random, ink);
  }).join('');
}

const RADIUS = 490;
const THICKNESS = 164;
/** Half of the opening of a dome, and of the donor's part of it, in radians. */
const [SPAN, PART] = [0.74, 0.44];

function dome(center: Point, graft: Graft, random: Random, ink: Ink): string {
  const at = (depth: number, angle: number): Point => {
    const radius = RADIUS - depth * THICKNESS;
    return { x: center.x + Math.sin(angle) * radius, y: center.y - Math.cos(angle) * radius };
  };
  const edge = (depth: number, half: number) => smooth(Array.from({ length: 13 }, (_, step) => at(depth, (step / 6 - 1) * half)));
  const back = (depth: number, half: number) => smooth(Array.from({ length: 13 }, (_, step) => at(depth, (1 - step / 6) * half))).replace('M', 'L');
  const band = (from: number, to: number, half: number) => `${edge(from, half)}${back(to, half)}Z`;
  const isDonor = (depth: number, angle: number) => Math.abs(angle) < PART && depth >= graft.from && depth <= graft.to;

  const bubble = graft.isSewn ? '' : circle(center.x, at(graft.to, 0).y + 62, 52, { fill: ink.veil, stroke: ink.soft, width: 2.4 });
  const own = path(band(0, 1, SPAN), { fill: ink.paper, stroke: ink.mid, width: 2.6 });
  const part = band(graft.from, graft.to, PART);
  const donor = path(part, { fill: ink.paper }) + path(part, { fill: ink.warmSoft, opacity: 0.5 });
  const fibres = Array.from({ length: 46 }, () => {
    const depth = random.between(STROMA.from + 0.06, STROMA.to - 0.06);
    const angle = random.between(-SPAN + 0.03, SPAN - 0.13);
    const points = [0, 0.04, 0.08].map(step => at(depth, angle + step));
    return path(smooth(points), { stroke: isDonor(depth, angle + 0.05) ? ink.warm : ink.soft, width: 1.6, opacity: 0.8 });
  });
  const hasInner = graft.to >= 1;
  const row = (count: number, radius: number, depthAt: (angle: number) => number) =>
    Array.from({ length: count }, (_, step) => {
      const angle = ((step + 0.5) / count - 0.5) * 2 * (SPAN - 0.01);
      const depth = depthAt(angle);
      const { x, y } = at(depth, angle);
      return circle(x, y, radius, { fill: isDonor(depth, angle) ? ink.warm : ink.mid });
    });
  const inner = row(30, 7, angle => (hasInner && Math.abs(angle) < PART ? graft.to - 0.1 : 0.9));
  const borders = path(edge(STROMA.from, SPAN), { stroke: ink.strong, width: 1.6 }) + path(edge(STROMA.to, SPAN), { stroke: ink.strong, width: 3.4 });
  const membrane = graft.to > 1 ? path(edge(graft.to - 0.2, PART), { stroke: ink.warm, width: 3 }) : '';
  const stitch = (side: number) => {
    const thread = smooth([-0.075, -0.05, 0, 0.05, 0.075].map((away, step) => at([0, 0.3, 0.5, 0.3, 0][step] ?? 0, side * (PART + away))));
    return path(thread, { stroke: ink.deep, width: 3.2 }) + path(edge(-0.03, 0.075), { stroke: ink.deep, width: 3.2, turn: `${(side * PART * 180) / Math.PI} ${center.x} ${center.y}` });
  };
  const stitches = graft.isSewn ? [stitch(-1), stitch(1)] : [];
  const outline = path(part, { stroke: ink.warm, width: 4.4 });
  return [bubble, own, donor, ...fibres, borders, outline, membrane, ...row(44, 5.2, () => 0.085), ...inner, ...stitches].join('');
}
