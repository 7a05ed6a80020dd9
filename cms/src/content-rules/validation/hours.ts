import { eachText } from './subject';

/** Opening hours end after they begin, on the same day; 24:00 is the end of a day. */
export const openingHours = eachText(['openingHours'], (value) => {
  const wrong = value.split('; ').find((part) => {
    const [, opens = '', closes = ''] = /(\d\d:\d\d)-(\d\d:\d\d)$/.exec(part) ?? [];
    return opens >= closes;
  });
  return wrong === undefined ? null : `“${wrong}” ends before it begins. Give hours of one day, from 00:00 to 24:00, such as Mo-Fr 09:00-18:00.`;
});
