import { eachText, type NodeRule } from './subject';

/** Two numbers or dates of which the second, where given, is not below the first. */
export function ascending(from: string, to: string): NodeRule {
  return (node) => {
    const [low, high] = [node.value[from], node.value[to]];
    const isNumeric = typeof low === 'number' && typeof high === 'number';
    const isDates = typeof low === 'string' && typeof high === 'string';
    if ((!isNumeric && !isDates) || low <= high) return [];
    const relation = isDates ? 'is before the first day' : 'is less than the lower value';
    return [{ path: [...node.path, to], message: `${high} ${relation}, ${low}. Correct one of the two.` }];
  };
}

/** Dates of something that was done. */
export const notInFuture = (...names: string[]): NodeRule =>
  eachText(names, date => (date <= latestToday() ? null : `${date} is in the future. Give the day on which it was done.`));

/** The latest date that is today somewhere on Earth. */
export const latestToday = (): string => new Date(Date.now() + 14 * 60 * 60 * 1000).toISOString().slice(0, 10);
