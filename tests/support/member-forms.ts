import type { EventInput } from '../../electron/contract/member-events.ts';
import { type MemberForm, memberForm } from '../../electron/contract/member-form.ts';

/** A form of which every field is empty. */
export const emptyMemberForm: MemberForm = memberForm.parse({
  ...Object.fromEntries(memberForm.keyof().options.map((field) => [field, null])),
  full_name: '',
});

/** An event of which only what is given is said. */
export function eventOf(code: EventInput['code'], given: Partial<EventInput> = {}): EventInput {
  return {
    ...{ code, date: null, to_cell_id: null, place: null, standing: null, decision_number: null, decision_date: null },
    ...{ paper_number: null, paper_date: null, dues_paid_to: null, ends_on: null, review_on: null },
    ...{ sponsor_1: null, sponsor_2: null, reason: null, document: null, note: null },
    ...given,
  };
}
