import type { OfficialForm, TitleForm } from '../../../electron/contract/assignments.ts';

export const emptyTitle: TitleForm = {
  id: null,
  title: '',
  party_position: null,
  title_group: null,
  document: null,
  valid_from: null,
  valid_to: null,
};

/** A new official: one title without a beginning, as most lists give it. */
export const emptyOfficial: OfficialForm = {
  full_name: '',
  agency: null,
  government_position: null,
  phone: null,
  level: null,
  member_id: null,
  own_cell_id: null,
  note: null,
  valid_from: null,
  valid_to: null,
  titles: [emptyTitle],
};
