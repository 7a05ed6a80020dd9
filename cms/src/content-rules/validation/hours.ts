import { eachText } from './subject';

/** Opening hours end after they begin, on the same day; 24:00 is the end of a day. */
export const openingHours = eachText(['openingHours'], (value) => {
  const wrong = value.split('; ').find((part) => {
    const [, opens = '', closes = ''] = /(\d\d:\d\d)-(\d\d:\d\d)$/.exec(part) ?? [];
    return opens >= closes;
  });
  return wrong === undefined ? null : words => words.order.hours(wrong);
});
