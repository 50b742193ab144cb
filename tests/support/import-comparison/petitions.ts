import { listPetitions } from '../../../electron/data/petitions/list-petitions.ts';
import { parseIsoDate } from '../../../electron/data/vietnamese/dates.ts';
import { differences } from '../differences.ts';
import { readTruth, type Truth } from '../truth.ts';
import * as words from '../truth-words.ts';
import { asOf, type Comparison } from './comparison.ts';

const yearEnd = parseIsoDate(asOf);

/** Petitions, every field, with the meeting of their day and the matter they repeat. */
export async function petitionDifferences({ sample, truth, imported, ...ids }: Comparison): Promise<string[]> {
  if (yearEnd === null) throw new RangeError(`not a day: ${asOf}`);
  const { petitions } = readTruth(sample);
  const idOf = (petition: Truth['petitions'][number] | undefined) =>
    imported.recordOf('petition', petition?.sources[0]);
  const meetingOn = new Map(
    truth.meetings.filter(({ held }) => held).map(({ id, cell, date }) => [`${cell} ${date}`, ids.meeting(id)]),
  );
  const actual = new Map((await listPetitions(imported.office.db, yearEnd)).map((record) => [record.id, record]));
  const expected = new Map(
    petitions.map((petition) => [
      idOf(petition) ?? petition.id,
      {
        date: petition.date,
        cell_id: ids.organisation(petition.cell),
        content: petition.text,
        field: words.petitionField(petition.field),
        authority: words.petitionAuthority(petition.authority),
        responsible_body: petition.lead_body,
        due_date: petition.due_on,
        result: petition.result.toLowerCase(),
        answered_on: petition.answered_on,
        cell_told_on: petition.told_back_on,
        duplicate_of: idOf(petitions.find(({ id }) => id === petition.duplicate_of)) ?? null,
        overdue: petition.overdue_at_year_end,
        note: petition.note,
        meeting_id: meetingOn.get(`${petition.cell} ${petition.date}`) ?? null,
      },
    ]),
  );
  return differences(actual, expected);
}
