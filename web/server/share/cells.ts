import { createHash } from 'node:crypto';

interface Cell { x: number; y: number; radius: number }

const colours = { veil: '#e0eae4', soft: '#a4c0b7', mid: '#5f9189', strong: '#0a5a55', warm: '#c77a45', warmSoft: '#e3b793' };

/**
 * Draws cells like those on the covers of the articles, as SVG.
 *
 * @param name fixes the drawing: each page has its own, and always the same.
 */
export function drawCells(name: string, width: number, height: number): string {
  const random = randomFrom(name);
  const cells: Cell[] = [];
  const place = (from: number, to: number): Cell => {
    const cell = freePlace(random, cells, from + (to - from) * random(), width, height);
    cells.push(cell);
    return cell;
  };
  const many = (count: number, draw: (index: number) => string) => Array.from({ length: count }, (_, index) => draw(index)).join('');
  const parts = [
    many(3, () => membrane(place(90, 150), random, `fill="${colours.veil}"`)),
    many(4, (index) => {
      const [cell, colour] = [place(52, 96), index % 3 === 1 ? colours.warm : colours.strong];
      return membrane(cell, random, `fill="#fbfaf5" fill-opacity="0.6" stroke="${colour}" stroke-width="6"`)
        + membrane({ ...cell, radius: cell.radius * 0.8 }, random, `fill="none" stroke="${colour}" stroke-opacity="0.45" stroke-width="1.5"`)
        + nucleus(cell, random, index % 3 === 2 ? colours.warm : colour);
    }),
    many(9, (index) => {
      const [cell, colour] = [place(22, 56), [colours.soft, colours.mid, colours.warmSoft][index % 3] ?? colours.soft];
      return membrane(cell, random, `fill="none" stroke="${colour}" stroke-width="3"`) + nucleus(cell, random, colour);
    }),
    many(14, index => dot(place(3, 6), index % 4 === 0 ? colours.warm : colours.soft)),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`;
}

/** Of several places takes the one that leaves most room. */
function freePlace(random: () => number, cells: Cell[], radius: number, width: number, height: number): Cell {
  const room = (cell: Cell) => Math.min(...cells.map(other => Math.hypot(cell.x - other.x, cell.y - other.y) - cell.radius - other.radius));
  const places = Array.from({ length: 16 }, () => ({ x: (1.1 * random() - 0.05) * width, y: (1.1 * random() - 0.05) * height, radius }));
  return places.reduce((best, cell) => (room(cell) > room(best) ? cell : best));
}

/** An oval that is not quite one, through eight points. */
function membrane({ x, y, radius }: Cell, random: () => number, paint: string): string {
  const stretch = 0.82 + 0.14 * random();
  const tilt = random() * Math.PI;
  const points = Array.from({ length: 8 }, (_, index) => {
    const angle = (index / 8) * 2 * Math.PI;
    const reach = radius * (0.94 + 0.12 * random());
    const [along, across] = [Math.cos(angle) * reach, Math.sin(angle) * reach * stretch];
    return { x: x + along * Math.cos(tilt) - across * Math.sin(tilt), y: y + along * Math.sin(tilt) + across * Math.cos(tilt) };
  });
  const at = (index: number) => points[(index + points.length) % points.length] ?? { x, y };
  const curves = points.map((from, index) => {
    const [before, to, after] = [at(index - 1), at(index + 1), at(index + 2)];
    // Catmull-Rom through the points, written as Bézier curves.
    const [first, second] = [{ x: from.x + (to.x - before.x) / 6, y: from.y + (to.y - before.y) / 6 }, { x: to.x - (after.x - from.x) / 6, y: to.y - (after.y - from.y) / 6 }];
    return `C${[first, second, to].map(point => `${point.x.toFixed(1)} ${point.y.toFixed(1)}`).join(' ')}`;
  });
  return `<path d="M${at(0).x.toFixed(1)} ${at(0).y.toFixed(1)}${curves.join('')}Z" ${paint}/>`;
}

function nucleus(cell: Cell, random: () => number, colour: string): string {
  const [turn, away] = [random() * 2 * Math.PI, cell.radius * 0.25 * random()];
  return dot({ x: cell.x + Math.cos(turn) * away, y: cell.y + Math.sin(turn) * away, radius: cell.radius * 0.16 + 2 }, colour);
}

function dot({ x, y, radius }: Cell, colour: string): string {
  return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius.toFixed(1)}" fill="${colour}"/>`;
}

/** Numbers from 0 up to 1 that a name fixes: more than a drawing takes, then the same again. */
function randomFrom(name: string): () => number {
  const numbers = new Uint32Array(new Uint8Array(createHash('shake256', { outputLength: 8192 }).update(name).digest()).buffer);
  let taken = 0;
  return () => (numbers[taken++ % numbers.length] ?? 0) / 2 ** 32;
}
