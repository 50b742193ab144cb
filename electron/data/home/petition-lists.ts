import type { PetitionRecord } from '../../contract/petitions.ts';
import { answeredNotTold, duePetitions, overduePetitions } from '../petitions/list-petitions.ts';
import { type HomeList, type HomeRecord, homeItem } from './home-item.ts';

/** Open petitions past their deadline. */
export const petitionsOverdue: HomeList = async ({ db, day }) =>
  homeItem(
    'petitions_overdue',
    'late',
    (await overduePetitions(db, day)).map(petition),
    (count) => `${count} kiến nghị quá hạn chưa được trả lời`,
  );

/** Answered, and nobody told the cell (handbook 3.3: done = answered and told back). */
export const petitionsNotTold: HomeList = async ({ db, day }) =>
  homeItem(
    'petitions_not_told',
    'late',
    (await answeredNotTold(db, day)).map(petition),
    (count) => `${count} kiến nghị đã trả lời nhưng chưa báo lại chi bộ`,
  );

export const petitionsDue: HomeList = async ({ db, day }) =>
  homeItem(
    'petitions_due',
    'soon',
    (await duePetitions(db, day)).map(petition),
    (count) => `${count} kiến nghị đến hạn trả lời trong 7 ngày`,
  );

function petition({ id, cell, grassroots, content, due_date }: PetitionRecord): HomeRecord {
  return { entity: 'petition', id, label: content, context: `${cell}, ${grassroots}`, date: due_date };
}
