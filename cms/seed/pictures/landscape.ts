import type { Ink } from './ink.ts';
import type { Random } from './random.ts';
import { blob, circle, line, path, polygon, smooth, type Point } from './svg.ts';

/** A ring in the sky. */
export function sun(x: number, y: number, radius: number, ink: Ink): string {
  return circle(x, y, radius, { fill: ink.veil }) + circle(x, y, radius * 0.82, { stroke: ink.warm, width: 2.2 }) + circle(x, y, radius * 0.7, { stroke: ink.warmSoft, width: 1 });
}

/** Ranges of hills, the nearest the most distinct. */
export function hills(random: Random, ink: Ink, width: number, ground: number, height: number): string {
  return [1, 0.68, 0.4]
    .map((share, range) => {
      const phase = random.between(0, 6.28);
      const crest = Array.from({ length: 13 }, (_, step) => ({
        x: (step / 12) * (width + 160) - 80,
        y: ground - height * share * (0.62 + 0.26 * Math.sin(step * 0.75 + phase) + 0.12 * Math.sin(step * 1.9 + phase * 2)),
      }));
      const data = smooth(crest);
      const contour = crest.map(({ x, y }) => ({ x: x + 30, y: y + (ground - y) * 0.34 }));
      return (
        path(`${data}L${width + 80} ${ground}L-80 ${ground}Z`, { fill: range === 1 ? ink.ground : ink.veil })
        + path(data, { stroke: range === 2 ? ink.mid : ink.soft, width: 1.2 + range * 0.8 })
        + path(smooth(contour), { stroke: ink.faint, width: 1.2 })
      );
    })
    .join('');
}

/** Still water from a shore down: short strokes, denser and finer towards the shore. */
export function water(random: Random, ink: Ink, width: number, shore: number, height: number): string {
  const strokes = Array.from({ length: 90 }, () => {
    const depth = random.between(0, 1) ** 1.5;
    const [x, y] = [random.between(-60, width), shore + 16 + depth * (height - 16)];
    const length = random.between(40, 130) * (0.5 + depth * 1.6);
    const colour = random.chance(0.1) ? ink.warmSoft : random.chance(0.35) ? ink.mid : ink.soft;
    return line({ x, y }, { x: x + length, y }, { stroke: colour, width: 1 + depth * 2.2, opacity: 0.85 });
  });
  return (
    polygon([{ x: 0, y: shore }, { x: width, y: shore }, { x: width, y: shore + height }, { x: 0, y: shore + height }], { fill: ink.veil })
    + strokes.join('')
    + line({ x: 0, y: shore }, { x: width, y: shore }, { stroke: ink.strong, width: 3.4 })
  );
}

/** A broad tree: a crown of overlapping rounds over trunk and boughs, a few fruits. */
export function tree(at: Point, size: number, random: Random, ink: Ink): string {
  const middle = { x: at.x, y: at.y - size * 0.64 };
  const rounds = Array.from({ length: 9 }, (_, index) => {
    const angle = (index / 8) * Math.PI * 2;
    const away = index === 8 ? 0 : size * random.between(0.2, 0.27);
    const center = { x: middle.x + Math.cos(angle) * away * 1.25, y: middle.y + Math.sin(angle) * away * 0.8 };
    const outline = blob(center, size * random.between(0.19, 0.25), size * random.between(0.16, 0.2), angle, random, 0.12);
    const stroke = index % 4 === 1 ? { stroke: ink.strong, width: 2.8 } : { stroke: ink.mid, width: 1.5 };
    return path(outline, { fill: index % 2 ? ink.ground : ink.veil, opacity: 0.75 }) + path(outline, stroke);
  });
  const fork = { x: at.x + size * 0.01, y: at.y - size * 0.36 };
  const boughs = [-0.24, -0.1, 0.05, 0.2].map((away, index) =>
    path(smooth([fork, { x: at.x + away * size * 0.45, y: fork.y - size * 0.13 }, { x: at.x + away * size, y: fork.y - size * (0.26 + (index % 2) * 0.09) }]), {
      stroke: ink.strong,
      width: size * 0.009 + 0.6,
    }),
  );
  const fruits = Array.from({ length: 4 }, () =>
    circle(middle.x + random.between(-0.34, 0.34) * size, middle.y + random.between(-0.2, 0.18) * size, size * 0.009 + 2, { fill: ink.warm }),
  );
  const trunk = path(smooth([{ x: at.x - size * 0.02, y: at.y }, { x: at.x + size * 0.012, y: at.y - size * 0.2 }, fork]), { stroke: ink.strong, width: size * 0.024 + 1 });
  return rounds.join('') + trunk + boughs.join('') + fruits.join('');
}

/** A slim evergreen. */
export function cypress(at: Point, height: number, ink: Ink): string {
  const half = height * 0.13;
  const outline = `M${at.x} ${at.y - height}C${at.x + half * 1.4} ${at.y - height * 0.5} ${at.x + half} ${at.y - height * 0.1} ${at.x} ${at.y - height * 0.06}C${at.x - half} ${at.y - height * 0.1} ${at.x - half * 1.4} ${at.y - height * 0.5} ${at.x} ${at.y - height}Z`;
  return path(outline, { fill: ink.ground, stroke: ink.strong, width: 2.2 }) + line(at, { x: at.x, y: at.y - height * 0.8 }, { stroke: ink.mid, width: 1.4 });
}

/** Tufts along the ground. */
export function grass(random: Random, ink: Ink, width: number, ground: number, height: number): string {
  return Array.from({ length: 150 }, () => {
    const depth = random.between(0, 1);
    const [x, y] = [random.between(0, width), ground + 14 + depth * height];
    const length = 8 + depth * 20;
    return path(`M${x.toFixed(1)} ${y.toFixed(1)}q${(random.between(-0.4, 0.4) * length).toFixed(1)} ${(-length * 0.6).toFixed(1)} ${(random.between(-0.7, 0.7) * length).toFixed(1)} ${(-length).toFixed(1)}`, {
      stroke: random.chance(0.08) ? ink.warm : random.chance(0.4) ? ink.mid : ink.soft,
      width: 1 + depth * 1.4,
    });
  }).join('');
}
