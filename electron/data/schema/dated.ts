import type { IsoDate } from '../vietnamese/dates.ts';
import type { Dated } from './column-types.ts';

/** Whether something dated is in force on a day; its own days are inclusive, null = open. */
export function isInForce({ valid_from, valid_to }: Dated, day: IsoDate): boolean {
  return (valid_from === null || valid_from <= day) && (valid_to === null || valid_to >= day);
}

/** Whether something dated is in force on at least one day of a span, both ends inclusive. */
export function isInForceWithin({ valid_from, valid_to }: Dated, from: IsoDate, to: IsoDate): boolean {
  return (valid_from === null || valid_from <= to) && (valid_to === null || valid_to >= from);
}
