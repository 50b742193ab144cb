import type { CommitteePosition, Gender, Standing } from '../../schema/column-types.ts';
import type { PartialDate } from '../../vietnamese/dates.ts';
import type { RowPlace } from '../recognise/sheet-row.ts';
import type { SheetContext } from '../sheet-context.ts';
import type { Hometown } from '../values/hometown.ts';
import type { MemberFact } from '../values/member-notes.ts';

/** One row of a roster. */
export interface MemberDraft {
  row: RowPlace;
  /** The cell as the row or the group heading above names it; null when neither does. A form of the office knows its id. */
  cell: { name: string; row: number; id?: string } | null;
  name: string;
  /** Set where the sheet says by what to sort the name (9c, 9d). */
  sortKey: string | null;
  gender: Gender | null;
  birthDate: PartialDate | null;
  ethnicity: string | null;
  religion: string | null;
  hometown: Hometown | null;
  generalEducation: string | null;
  professionalEducation: string | null;
  professionalField: string | null;
  politicalTheory: string | null;
  /** Of the competent committee's decision, before the ceremony (members handbook 1.1). */
  decisionDate: PartialDate | null;
  admissionDate: PartialDate | null;
  fullMemberDate: PartialDate | null;
  standing: Standing;
  oldCard: string | null;
  newCard: string | null;
  personalId: string | null;
  oldId: string | null;
  position: CommitteePosition | null;
  otherPosts: string | null;
  /** As written: `30, 40`. */
  badges: string | null;
  phone: string | null;
  note: string | null;
  facts: MemberFact[];
}

export interface MemberSheetDraft {
  context: SheetContext;
  rows: MemberDraft[];
}
