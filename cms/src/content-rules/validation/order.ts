import { eachText, type NodeRule } from './subject';

/** Two numbers or dates of which the second, where given, is not below the first. */
export function ascending(from: string, to: string): NodeRule {
  return (node) => {
    const [low, high] = [node.value[from], node.value[to]];
    const path = [...node.path, to];
    if (typeof low === 'number' && typeof high === 'number' && high < low) return [{ path, message: words => words.order.less(high, low) }];
    if (typeof low === 'string' && typeof high === 'string' && high < low) return [{ path, message: words => words.order.before(high, low) }];
    return [];
  };
}

/** Dates of something that was done. */
export const notInFuture = (...names: string[]): NodeRule =>
  eachText(names, date => (date <= latestToday() ? null : words => words.order.inFuture(date)));

/** The latest date that is today somewhere on Earth. */
export const latestToday = (): string => new Date(Date.now() + 14 * 60 * 60 * 1000).toISOString().slice(0, 10);
