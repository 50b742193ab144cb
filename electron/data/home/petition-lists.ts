import type { PetitionRecord } from '../../contract/petitions.ts';
import { type HomeList, type HomeRecord, homeItem } from './home-item.ts';

/** Open petitions past their deadline. */
export const petitionsOverdue: HomeList = async ({ petitions }) =>
  homeItem(
    'petitions_overdue',
    'late',
    petitions.filter(({ overdue }) => overdue).map(petition),
    (count) => `${count} kiến nghị quá hạn chưa được trả lời`,
  );

/** Answered, and nobody told the cell (handbook 3.3: done = answered and told back). */
export const petitionsNotTold: HomeList = async ({ petitions }) =>
  homeItem(
    'petitions_not_told',
    'late',
    petitions.filter(({ answered_not_told }) => answered_not_told).map(petition),
    (count) => `${count} kiến nghị đã trả lời nhưng chưa báo lại chi bộ`,
  );

export const petitionsDue: HomeList = async ({ petitions }) =>
  homeItem(
    'petitions_due',
    'soon',
    petitions.filter(({ due_soon }) => due_soon).map(petition),
    (count) => `${count} kiến nghị đến hạn trả lời trong 7 ngày`,
  );

function petition({ id, cell, grassroots, content, due_date }: PetitionRecord): HomeRecord {
  return { entity: 'petition', id, label: content, context: `${cell}, ${grassroots}`, date: due_date };
}
