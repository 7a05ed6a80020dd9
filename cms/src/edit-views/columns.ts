import type { Schema } from '@strapi/strapi';

const rowWidth = 12;
const smallWidth = 4;
const small = new Set(['boolean', 'date', 'decimal', 'integer']);

/** Divides a row of the form among its fields: numbers, dates and ticks take a third at most, the others share the rest. */
export function columnsOf(row: string[], model: Schema.Schema): { name: string; size: number }[] {
  const isSmall = (name: string) => small.has(model.attributes[name]?.type ?? '');
  const large = row.filter(name => !isSmall(name)).length;
  const smallSize = large === 0 && row.length === 2 ? rowWidth / 2 : smallWidth;
  const largeSize = Math.floor((rowWidth - (row.length - large) * smallSize) / Math.max(large, 1));
  return row.map(name => ({ name, size: isSmall(name) ? smallSize : largeSize }));
}
