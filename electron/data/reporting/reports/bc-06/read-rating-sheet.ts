import type { DocumentAbout } from '../../../../contract/documents.ts';
import { SochiboError } from '../../../errors.ts';
import { applicableSheet, type Sheet, sheetsOn } from '../../../ratings/applicable-sheet.ts';
import { meetingRatings } from '../../../ratings/meeting-ratings.ts';
import { readSheets } from '../../../ratings/read-sheets.ts';
import type { MeetingKind } from '../../../schema/column-types.ts';
import type { IsoDate } from '../../../vietnamese/dates.ts';
import type { DocumentSource } from '../../document.ts';
import { officeBooks } from '../../office-books.ts';
import { superiorOf } from '../../superior.ts';
import { blankMinutes } from '../bc-11/blank-minutes.ts';
import { minutesSubject } from '../bc-11/build-minutes.ts';
import { readMinutes } from '../bc-11/read-minutes.ts';
import type { RatingSheetData } from './rating-sheet-data.ts';

/**
 * The sheet of a meeting with its ratings, or the one a cell is to score its regular meeting of a month by. Throws
 * `wrong_arguments` where no sheet applies.
 */
export async function readRatingSheet(source: DocumentSource, about: DocumentAbout): Promise<RatingSheetData> {
  const minutes =
    about.id === undefined ? await blankMinutes(source, about) : await readMinutes(source, about.id, null);
  const { cellId, cell, day, date, members, due, present } = minutes;
  const recorded = about.id === undefined ? null : await meetingRatings(source.db, about.id);
  const sheet =
    recorded === null
      ? await sheetFor(source, { cellId, day, kind: minutes.kind }, await readSheets(source.db))
      : recorded.sheet;
  if (sheet === null) {
    throw new SochiboError(
      'wrong_arguments',
      `Không có mẫu chấm điểm nào áp dụng cho ${cell} vào ngày này. Mở Chấm điểm, Mẫu chấm điểm và chọn ngày áp dụng.`,
    );
  }
  const ratingOf = (role: string) => recorded?.ratings.find((rating) => rating.role === role) ?? null;
  return {
    cellId,
    cell,
    day,
    date,
    meeting: minutesSubject(minutes),
    attendance: { members, due, present },
    sheet: { name: sheet.name, definition: sheet.definition },
    own: ratingOf('cell_committee') ?? ratingOf('self'),
    visitor: ratingOf('visiting_official'),
    superior: await superiorOf(source, cellId, day),
    blank: about.id === undefined,
  };
}

/** The sheet that scores a meeting of this kind (cells handbook 5.7); null where none is adopted for it. */
export async function sheetFor(
  source: DocumentSource,
  { cellId, kind, day }: { cellId: string; kind: MeetingKind; day: IsoDate },
  sheets: readonly Sheet[],
): Promise<Sheet | null> {
  if (sheets.length === 0) return null;
  const { places } = await officeBooks(source);
  return applicableSheet(sheetsOn(sheets, places, day), {
    kind,
    cellType: places.versionOn(cellId, day)?.cell_type ?? null,
    chain: places.chainOn(cellId, day),
    day,
  });
}
