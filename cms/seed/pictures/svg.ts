import type { Random } from './random.ts';

export interface Point {
  x: number;
  y: number;
}

interface Style {
  fill?: string;
  stroke?: string;
  width?: number;
  opacity?: number;
  /** Pattern of strokes and gaps. */
  dash?: string;
  /** Turned about a point: `angle x y`, in degrees. */
  turn?: string;
}

export function circle(x: number, y: number, radius: number, style: Style): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}"${attributes(style)}/>`;
}

export function ellipse(x: number, y: number, rx: number, ry: number, style: Style): string {
  return `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(rx)}" ry="${round(ry)}"${attributes(style)}/>`;
}

export function rectangle(x: number, y: number, width: number, height: number, style: Style): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"${attributes(style)}/>`;
}

export function line(from: Point, to: Point, style: Style): string {
  return path(`M${at(from)}L${at(to)}`, style);
}

export function polygon(points: Point[], style: Style): string {
  return path(`M${points.map(at).join('L')}Z`, style);
}

export function path(data: string, style: Style): string {
  return `<path d="${data}"${attributes(style)}/>`;
}

/** A smooth line through points (Catmull-Rom), open or closed. */
export function smooth(points: Point[], closed = false): string {
  const point = (index: number): Point => {
    const wrapped = closed ? (index + points.length) % points.length : Math.min(Math.max(index, 0), points.length - 1);
    return points[wrapped] ?? { x: 0, y: 0 };
  };
  let data = `M${at(point(0))}`;
  for (let index = 0; index < points.length - (closed ? 0 : 1); index += 1) {
    const [before, from, to, after] = [point(index - 1), point(index), point(index + 1), point(index + 2)];
    const first = { x: from.x + (to.x - before.x) / 6, y: from.y + (to.y - before.y) / 6 };
    const second = { x: to.x - (after.x - from.x) / 6, y: to.y - (after.y - from.y) / 6 };
    data += `C${at(first)} ${at(second)} ${at(to)}`;
  }
  return closed ? `${data}Z` : data;
}

/** An outline that is nearly an ellipse, as grown rather than constructed. */
export function blob(center: Point, rx: number, ry: number, angle: number, random: Random, unrest = 0.06): string {
  const [second, third, phase, other] = [
    random.between(0.3, 1) * unrest,
    random.between(0.2, 0.55) * unrest,
    random.between(0, Math.PI * 2),
    random.between(0, Math.PI * 2),
  ];
  const points = Array.from({ length: 12 }, (_, index) => {
    const turn = (index / 12) * Math.PI * 2;
    const radius = 1 + second * Math.cos(2 * turn + phase) + third * Math.cos(3 * turn + other);
    const [x, y] = [Math.cos(turn) * rx * radius, Math.sin(turn) * ry * radius];
    return { x: center.x + x * Math.cos(angle) - y * Math.sin(angle), y: center.y + x * Math.sin(angle) + y * Math.cos(angle) };
  });
  return smooth(points, true);
}

/** A part of a circle's outline, angles in radians. */
export function arc(center: Point, radius: number, from: number, to: number): string {
  const end = (angle: number) => at({ x: center.x + Math.cos(angle) * radius, y: center.y + Math.sin(angle) * radius });
  return `M${end(from)}A${round(radius)} ${round(radius)} 0 ${to - from > Math.PI ? 1 : 0} 1 ${end(to)}`;
}

function attributes({ fill = 'none', stroke, width = 2, opacity, dash, turn }: Style): string {
  return [
    ` fill="${fill}"`,
    stroke ? ` stroke="${stroke}" stroke-width="${round(width)}" stroke-linecap="round" stroke-linejoin="round"` : '',
    opacity === undefined ? '' : ` opacity="${round(opacity)}"`,
    dash ? ` stroke-dasharray="${dash}"` : '',
    turn ? ` transform="rotate(${turn})"` : '',
  ].join('');
}

function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
