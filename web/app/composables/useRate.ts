import type { InjectionKey } from 'vue';
import type { RateNote } from '#shared/views/cost';

const rateOfPage: InjectionKey<RateNote | null> = Symbol('rate of the page');

/** Says how the sums of a page were converted, for every table on it. */
export function provideRate(rate: RateNote | null): void {
  provide(rateOfPage, rate);
}

export function useRate(): RateNote | null {
  return inject(rateOfPage, null);
}
