import type { IsoDate } from '../vietnamese/dates.ts';
import type { Dated } from './column-types.ts';

/** Whether something dated is in force on a day; its own days are inclusive, null = open. */
export function isInForce({ valid_from, valid_to }: Dated, day: IsoDate): boolean {
  return (valid_from === null || valid_from <= day) && (valid_to === null || valid_to >= day);
}
