import { describe, expect, test } from 'vitest';

import { formatAge } from '../../shared/format/age';
import { priceAge } from '../../shared/price-age';

const seen = (text: string) => text.replaceAll('\u00A0', ' ');

describe('the age of a price', () => {
  test.each([
    ['2026-11-25', 'today', 'сегодня'],
    ['2026-11-24', 'yesterday', 'вчера'],
    ['2026-11-04', '21 days ago', '21 день назад'],
    ['2026-10-26', '30 days ago', '30 дней назад'],
    ['2026-10-25', '1 month ago', '1 месяц назад'],
    ['2026-06-25', '5 months ago', '5 месяцев назад'],
    ['2024-12-25', '23 months ago', '23 месяца назад'],
    ['2024-11-25', '2 years ago', '2 года назад'],
    ['2021-11-25', '5 years ago', '5 лет назад'],
    ['2026-12-01', 'today', 'сегодня'],
  ])('of %s is said as people say it', (asOf, english, russian) => {
    const age = priceAge(asOf, '2026-11-25');
    expect([formatAge(age, 'en'), formatAge(age, 'ru')].map(seen)).toEqual([english, russian]);
  });

  test.each([
    ['2025-05-26', 'current'],
    ['2025-05-25', 'stale'],
    ['2023-11-26', 'stale'],
    ['2023-11-25', 'withdrawn'],
  ])('of %s decides that it is %s', (asOf, state) => {
    expect(priceAge(asOf, '2026-11-25').state).toBe(state);
  });
});
