import type { NumberAndSymbol, OfficialDocument, PlaceAndDate } from '../../documents/model.ts';
import { toRoman } from '../../documents/roman.ts';
import { partyOrganisationName } from '../../organisations/party-organisation-name.ts';
import { courseBlocks } from './bc-11/course.ts';
import type { MinutesData } from './bc-11/minutes-data.ts';
import { openingBlocks } from './bc-11/opening.ts';
import { gap, longGap } from './bc-11/wording.ts';

export type { MinutesData } from './bc-11/minutes-data.ts';

/** What offices do differently (document format, 6.1 and open point 13). */
export type MinutesOptions = {
  /** `{ number: null }` leaves a gap for the number; null prints no number at all. */
  number: { number: number | null } | null;
  placeAndDate: boolean;
  hyphens: boolean;
};

/** Neither number nor place and date, five hyphens under the title. */
export const defaultMinutesOptions: MinutesOptions = { number: null, placeAndDate: false, hyphens: true };

/** BC-11 Biên bản sinh hoạt chi bộ, in the content order of the handbook (document format, 6.1-6.3). */
export function buildMinutes(data: MinutesData, options: MinutesOptions = defaultMinutesOptions): OfficialDocument {
  return {
    header: {
      superior: data.superior === null ? null : partyOrganisationName(data.superior),
      issuer: [data.cell],
      numberAndSymbol: options.number && symbol(options.number.number),
      placeAndDate: options.placeAndDate ? placeAndDate(data) : null,
    },
    title: { form: 'titled', documentKind: 'Biên bản', subject: minutesSubject(data), hyphens: options.hyphens },
    addressees: null,
    body: [...openingBlocks(data), ...courseBlocks(data)],
    // A level: secretary left, chair right, no T/M and no recipients (document format, 6.1).
    signature: {
      kind: 'pair',
      left: { role: 'Người ghi biên bản', name: data.secretary?.name ?? null },
      right: { role: 'Chủ trì hội nghị', name: data.chair?.name ?? null },
    },
    annexes: [],
    duplex: false,
  };
}

function symbol(number: number | null): NumberAndSymbol {
  return { number, kindCode: 'BB', bodyCode: 'CB' };
}

function placeAndDate(data: MinutesData): PlaceAndDate {
  const place = data.seat ?? longGap;
  if (data.date !== null) return { place, date: data.date };
  return { place, date: null, draftYear: Number(data.period.slice(0, 4)) };
}

/** The line under `BIÊN BẢN`: `sinh hoạt chi bộ thường kỳ tháng 7 năm 2024`. */
export function minutesSubject({ kind, period, date, theme }: MinutesData): string {
  const month = monthText(period);
  switch (kind) {
    case 'regular':
      return `sinh hoạt chi bộ thường kỳ ${month}`;
    case 'thematic':
      // R5: a thematic meeting belongs to the quarter of its date.
      return `sinh hoạt chuyên đề ${quarterText(date ?? period)}: "${theme ?? gap}"`;
    case 'regular_with_thematic':
      return `sinh hoạt chi bộ thường kỳ kết hợp sinh hoạt chuyên đề ${month}`;
    case 'extraordinary':
      return `sinh hoạt chi bộ đột xuất ${month}`;
    case 'cell_committee':
      return `họp chi ủy ${month}`;
    case 'congress':
      return 'đại hội chi bộ';
  }
}

/** Months 1 and 2 with a zero, as in dates (document format, section 8). */
function monthText(period: string): string {
  const month = Number(period.slice(5, 7));
  return `tháng ${month < 3 ? `0${month}` : month} năm ${period.slice(0, 4)}`;
}

function quarterText(day: string): string {
  return `quý ${toRoman(Math.ceil(Number(day.slice(5, 7)) / 3))} năm ${day.slice(0, 4)}`;
}
