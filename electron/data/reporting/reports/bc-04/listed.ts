import { asDay } from '../../../petitions/days.ts';
import { isDone } from '../../../petitions/life-cycle.ts';
import type { Petition } from '../../../petitions/petition-book.ts';
import { addDays } from '../../../vietnamese/dates.ts';
import { standsFor } from '../../cell-places.ts';
import type { Bc04Data } from './read.ts';

/** What a period's BC-04 is about. */
export interface Listed {
  /** Raised in the period, repeated mentions among them. */
  raised: readonly Petition[];
  /** First mentions of earlier periods that were not done with when this one began (rule `petition_carried_over`). */
  carriedOver: readonly Petition[];
}

/** The petitions of the period and of the unit; a petition without a day belongs to no period. */
export function listedPetitions({ scope, organisations, rules, book }: Bc04Data): Listed {
  const { dateFrom, dateTo } = scope.period;
  const { listed } = rules.on('petition_carried_over', dateTo).value;
  const done = rules.on('petition_done', dateTo).value;
  const { unit, organisedOn } = scope;
  const ofUnit = book.petitions.filter(({ cell_id, date }) => {
    const on = organisedOn ?? (date === null ? dateTo : asDay(date));
    return unit === null || organisations.chainOn(standsFor(cell_id, organisedOn, organisations), on).includes(unit);
  });
  const before = addDays(dateFrom, -1);
  return {
    raised: ofUnit.filter(({ date }) => date !== null && date >= dateFrom && date <= dateTo),
    carriedOver: !listed
      ? []
      : ofUnit.filter(
          ({ id, matterId, date, standing }) =>
            id === matterId && date !== null && date < dateFrom && !isDone(standing, done, before),
        ),
  };
}
