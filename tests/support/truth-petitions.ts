import type { PetitionState } from '../../electron/data/schema/column-types.ts';
import { searchKey } from '../../electron/data/vietnamese/fold.ts';
import { collationKey } from '../../electron/data/vietnamese/sort-key.ts';
import type { Truth } from './truth.ts';
import type { TruthOffice } from './truth-office.ts';
import { petitionAuthority, petitionField } from './truth-words.ts';

type TruthPetition = Truth['petitions'][number];

/** Writes a sample's petitions into its office, each with the meeting of its day and, where there was one, the visit. */
export async function addTruthPetitions({ office, truth }: TruthOffice): Promise<void> {
  const meetingOf = new Map(
    truth.meetings.filter(({ held }) => held).map((meeting) => [`${meeting.cell} ${meeting.date}`, meeting.id]),
  );
  const visitsOf = Map.groupBy(truth.visits, ({ meeting }) => meeting);
  await office.write('Nạp kiến nghị mẫu', '', async (db) => {
    for (const name of new Set(truth.petitions.map(({ lead_body }) => lead_body))) {
      const keys = { search_key: searchKey(name), sort_key: collationKey(name) };
      await db
        .insertInto('handling_body')
        .values({ id: name, name, authority: null, successor_id: null, valid_from: null, valid_to: null, ...keys })
        .execute();
    }
    for (const petition of truth.petitions) {
      const meeting = meetingOf.get(`${petition.cell} ${petition.date}`) ?? null;
      const [visit, ...others] = visitsOf.get(meeting ?? '') ?? [];
      await db
        .insertInto('petition')
        .values({
          id: petition.id,
          code: petition.id,
          cell_id: petition.cell,
          meeting_id: meeting,
          visit_id: visit && others.length === 0 ? visit.id : null,
          date: petition.date,
          raised_by: null,
          raised_by_member_id: null,
          content: petition.text,
          search_key: searchKey(petition.text),
          kind: null,
          field: petitionField(petition.field),
          authority: petitionAuthority(petition.authority),
          responsible_body_id: petition.lead_body,
          received_on: null,
          forwarded_on: null,
          forward_document: null,
          due_date: petition.due_on,
          state: stateOf(petition),
          answered_on: petition.answered_on,
          reply_document: null,
          outcome: null,
          unresolved_reason: petition.result === 'UNRESOLVED' ? petition.note : null,
          cell_told_on: petition.told_back_on,
          duplicate_of_id: petition.duplicate_of,
          note: petition.note,
        })
        .execute();
    }
  });
}

function stateOf({ result, told_back_on }: TruthPetition): PetitionState {
  switch (result) {
    case 'ON_SPOT':
      return 'answered_on_the_spot';
    case 'RESOLVED':
      return told_back_on === null ? 'resolved' : 'told_back';
    case 'IN_PROGRESS':
      return 'in_progress';
    case 'UNRESOLVED':
      return 'unresolved';
  }
}
