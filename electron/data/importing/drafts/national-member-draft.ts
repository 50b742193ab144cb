import type { DetailColumns } from '../../members/write-detail.ts';
import type { PartialDate } from '../../vietnamese/dates.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import type { SheetContext } from '../sheet-context.ts';
import type { Hometown } from '../values/hometown.ts';
import type { NationalStatus } from '../values/national-status.ts';
import type { MemberDraft } from './member-draft.ts';

/** One row of the national database (handbook 1.3). */
export interface NationalMemberDraft
  extends Pick<
    MemberDraft,
    | 'row'
    | 'name'
    | 'gender'
    | 'birthDate'
    | 'ethnicity'
    | 'religion'
    | 'admissionDate'
    | 'fullMemberDate'
    | 'standing'
    | 'oldCard'
    | 'newCard'
    | 'personalId'
    | 'oldId'
  > {
  row: SheetRow;
  nationalId: string | null;
  otherName: string | null;
  /** `Chi bộ thôn Chùa, Đảng bộ xã Thủy Khoan`; without a committee for a cell that is itself grassroots. */
  organisation: { cell: string; committee: string | null } | null;
  home: Hometown | null;
  status: NationalStatus | null;
  /** The day of leaving, of death or of the exemption. */
  statusSince: PartialDate | null;
  detail: Partial<DetailColumns>;
}

export interface NationalSheetDraft {
  context: SheetContext;
  rows: NationalMemberDraft[];
}
