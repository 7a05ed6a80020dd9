import type { Ink } from './ink.ts';
import type { Random } from './random.ts';
import { blob, circle, line, path, polygon, rectangle, smooth } from './svg.ts';

/** Sheets of paper in a loose row, one of them circled by hand. */
export function drawSheets(random: Random, ink: Ink, width: number, height: number): string {
  const count = 7;
  const circled = 4;
  const sheets = Array.from({ length: count }, (_, index) => {
    const paper = { width: random.between(218, 250), height: random.between(300, 340) };
    const x = ((index + 0.5) / count) * (width + 120) - 60;
    const y = height * 0.5 + Math.sin(index * 1.4 + 0.6) * 74 + random.between(-24, 24);
    const angle = index === circled ? random.between(-3, 3) : random.between(-13, 13);
    const drawn = sheet(index, paper.width, paper.height, random, ink);
    return { x, y, ...paper, markup: `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${angle.toFixed(1)})">${drawn}</g>` };
  });
  const order = [0, 2, 6, 1, 5, 3, circled].map(index => sheets[index]?.markup ?? '');
  const chosen = sheets[circled];
  const loops = chosen
    ? [0, 1].map(turn =>
        path(blob(chosen, chosen.width * (0.86 + turn * 0.045), chosen.height * (0.69 - turn * 0.02), 0.12 - turn * 0.1, random, 0.05), {
          stroke: ink.warm,
          width: turn === 0 ? 6 : 2.2,
          opacity: turn === 0 ? 1 : 0.85,
        }),
      )
    : [];
  return backdrop(random, ink, width, height) + order.join('') + loops.join('');
}

/** One sheet about its own middle: its form differs by its number, its lines by chance. */
function sheet(number: number, width: number, height: number, random: Random, ink: Ink): string {
  const [left, top] = [-width / 2, -height / 2];
  const shadow = rectangle(left + 7, top + 9, width, height, { fill: ink.faint, opacity: 0.6 });
  const page = rectangle(left, top, width, height, { fill: ink.paper, stroke: number % 3 === 1 ? ink.strong : ink.mid, width: number % 3 === 1 ? 3.2 : 1.8 });
  const margin = 30;
  const title = line(
    { x: left + margin, y: top + 46 },
    { x: left + margin + width * random.between(0.35, 0.6), y: top + 46 },
    { stroke: ink.deep, width: 7, opacity: 0.85 },
  );
  const rows = Array.from({ length: number % 3 === 2 ? 3 : 7 }, (_, row) => {
    const y = top + 84 + row * 23;
    const end = left + width - margin - (row % 4 === 3 ? random.between(50, 110) : random.between(0, 22));
    return line({ x: left + margin, y }, { x: end, y }, { stroke: row === 2 && number % 2 ? ink.warmSoft : ink.soft, width: 3 });
  });
  return shadow + page + title + rows.join('') + [seal, chart, table][number % 3]?.(left + margin, height / 2 - 34, width - margin * 2, random, ink);
}

function seal(left: number, bottom: number, width: number, random: Random, ink: Ink): string {
  const x = left + width - 32;
  const rays = Array.from({ length: 24 }, (_, ray) => {
    const angle = (ray / 24) * Math.PI * 2;
    return line(
      { x: x + Math.cos(angle) * 27, y: bottom - 22 + Math.sin(angle) * 27 },
      { x: x + Math.cos(angle) * 34, y: bottom - 22 + Math.sin(angle) * 34 },
      { stroke: ink.strong, width: 1.6 },
    );
  });
  const signature = Array.from({ length: 8 }, (_, step) => ({ x: left + step * 12, y: bottom - 12 + (step % 2 ? -1 : 1) * random.between(3, 13) }));
  return (
    circle(x, bottom - 22, 26, { stroke: ink.strong, width: 2.4 })
    + circle(x, bottom - 22, 18, { stroke: ink.mid, width: 1.2 })
    + circle(x, bottom - 22, 6, { fill: ink.warm })
    + rays.join('')
    + path(smooth(signature), { stroke: ink.deep, width: 1.8 })
  );
}

function chart(left: number, bottom: number, width: number, random: Random, ink: Ink): string {
  const points = Array.from({ length: 6 }, (_, step) => ({ x: left + (step / 5) * width, y: bottom - 8 - step * 5 - random.between(0, 26) }));
  const area = polygon([...points, { x: left + width, y: bottom }, { x: left, y: bottom }], { fill: ink.veil });
  return (
    area
    + path(smooth(points), { stroke: ink.strong, width: 2.6 })
    + line({ x: left, y: bottom }, { x: left + width, y: bottom }, { stroke: ink.mid, width: 1.4 })
    + points.map(({ x, y }, step) => circle(x, y, step === 4 ? 6 : 3.4, { fill: step === 4 ? ink.warm : ink.strong })).join('')
  );
}

function table(left: number, bottom: number, width: number, random: Random, ink: Ink): string {
  const [rows, height] = [4, 116];
  const lines = Array.from({ length: rows + 1 }, (_, row) => {
    const y = bottom - height + (row / rows) * height;
    return line({ x: left, y }, { x: left + width, y }, { stroke: row === 0 ? ink.strong : ink.soft, width: row === 0 ? 2.6 : 1.2 });
  });
  const cells = Array.from({ length: rows }, (_, row) => {
    const y = bottom - height + ((row + 0.5) / rows) * height;
    return (
      line({ x: left + 4, y }, { x: left + random.between(44, 74), y }, { stroke: ink.mid, width: 3.4 })
      + line({ x: left + width - random.between(34, 56), y }, { x: left + width - 4, y }, { stroke: row === 1 ? ink.warm : ink.soft, width: 3.4 })
    );
  });
  return lines.join('') + cells.join('');
}

/** A desk seen from far: fine lines and pale rounds. */
function backdrop(random: Random, ink: Ink, width: number, height: number): string {
  const rounds = Array.from({ length: 5 }, () =>
    circle(random.between(0, width), random.between(0, height), random.between(90, 240), random.chance(0.5) ? { fill: ink.veil } : { stroke: ink.faint, width: 1.6 }),
  );
  const lines = Array.from({ length: 11 }, (_, index) => {
    const y = (index / 10) * height;
    return path(smooth(Array.from({ length: 9 }, (__, step) => ({ x: step * 220 - 80, y: y + 40 * Math.sin(step * 0.8 + index * 0.5) }))), {
      stroke: ink.faint,
      width: index % 4 === 0 ? 2.2 : 1,
    });
  });
  return rounds.join('') + lines.join('');
}
