import type { CommitteePosition, Gender, Standing } from '../../schema/column-types.ts';
import type { PartialDate } from '../../vietnamese/dates.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import type { SheetContext } from '../sheet-context.ts';
import type { Hometown } from '../values/hometown.ts';
import type { MemberFact } from '../values/member-notes.ts';

/** One row of a roster. */
export interface MemberDraft {
  row: SheetRow;
  /** The cell as the row or the group heading above names it; null when neither does. A form of the office knows its id. */
  cell: { name: string; row: number; id?: string } | null;
  name: string;
  gender: Gender | null;
  birthDate: PartialDate | null;
  ethnicity: string | null;
  religion: string | null;
  hometown: Hometown | null;
  generalEducation: string | null;
  professionalEducation: string | null;
  professionalField: string | null;
  politicalTheory: string | null;
  admissionDate: PartialDate | null;
  fullMemberDate: PartialDate | null;
  standing: Standing;
  oldCard: string | null;
  newCard: string | null;
  personalId: string | null;
  oldId: string | null;
  position: CommitteePosition | null;
  otherPosts: string | null;
  phone: string | null;
  note: string | null;
  facts: MemberFact[];
}

export interface MemberSheetDraft {
  context: SheetContext;
  rows: MemberDraft[];
}
