import type { Ink } from './ink.ts';
import type { Random } from './random.ts';
import { blob, circle, line, path, smooth } from './svg.ts';

const PER_ROW = 10;
const STEP = 60;

/** Two fields of a hundred dots, side by side, with about as many filled in one as in the other. */
export function drawShares(random: Random, ink: Ink, width: number, height: number): string {
  const top = (height - STEP * (PER_ROW - 1)) / 2;
  const [first, second] = [width * 0.275, width * 0.725].map(middle => middle - (STEP * (PER_ROW - 1)) / 2);
  return [
    paper(random, ink, width, height),
    line({ x: width / 2, y: top - 60 }, { x: width / 2, y: height - top + 60 }, { stroke: ink.soft, width: 2, dash: '2 13' }),
    field(first ?? 0, top, 33, ink.strong, random, ink),
    field(second ?? 0, top, 37, ink.warm, random, ink),
  ].join('');
}

/** A hundred dots, of which a number is filled from below, the last row from the left. */
function field(left: number, top: number, filled: number, colour: string, random: Random, ink: Ink): string {
  const middle = { x: left + (STEP * (PER_ROW - 1)) / 2, y: top + (STEP * (PER_ROW - 1)) / 2 };
  const reach = STEP * PER_ROW * 0.5 + 46;
  const bed = path(blob(middle, reach * 1.08, reach * 1.05, 0.3, random, 0.05), { fill: ink.veil });
  const dots = Array.from({ length: PER_ROW * PER_ROW }, (_, index) => {
    const [row, column] = [Math.floor(index / PER_ROW), index % PER_ROW];
    const at = { x: left + column * STEP + random.between(-3, 3), y: top + (PER_ROW - 1 - row) * STEP + random.between(-3, 3) };
    const outline = blob(at, 19, 19, random.between(0, 3), random, 0.06);
    if (index < filled) return path(outline, { fill: colour }) + path(blob(at, 19, 19, 0, random, 0.05), { stroke: colour, width: 1.4, opacity: 0.6 });
    return path(outline, { fill: ink.paper, stroke: ink.mid, width: 2.2 }) + circle(at.x, at.y, 2.6, { fill: ink.soft });
  });
  return bed + dots.join('') + edge(left, top, filled, colour, ink);
}

/** A thin line along the upper edge of what is filled. */
function edge(left: number, top: number, filled: number, colour: string, ink: Ink): string {
  const [rows, rest] = [Math.floor(filled / PER_ROW), filled % PER_ROW];
  const level = (row: number) => top + (PER_ROW - 0.5 - row) * STEP;
  const turn = left + (rest - 0.5) * STEP;
  const [start, end] = [left - STEP * 0.75, left + (PER_ROW - 0.25) * STEP];
  const data = `M${start} ${level(rows + 1)}L${turn} ${level(rows + 1)}L${turn} ${level(rows)}L${end} ${level(rows)}`;
  return path(data, { stroke: ink.veil, width: 7 }) + path(data, { stroke: colour, width: 2.4 });
}

/** The ground of the drawing: fine lines and a few rounds. */
function paper(random: Random, ink: Ink, width: number, height: number): string {
  const lines = Array.from({ length: 11 }, (_, index) =>
    path(smooth(Array.from({ length: 9 }, (__, step) => ({ x: step * 220 - 80, y: (index / 10) * height + 38 * Math.sin(step * 0.8 + index * 0.5) }))), {
      stroke: ink.faint,
      width: index % 4 === 0 ? 2.2 : 1,
    }),
  );
  const rounds = Array.from({ length: 4 }, () => circle(random.between(0, width), random.between(0, height), random.between(90, 220), { stroke: ink.faint, width: 1.6 }));
  return lines.join('') + rounds.join('');
}
