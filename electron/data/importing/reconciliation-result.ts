import type { ReconciliationResult } from '../../contract/imports.ts';
import type { MadeFile } from '../../contract/values.ts';
import { safeFileName } from '../documents/file-output.ts';
import { profileForDate } from '../documents/profile.ts';
import { nationalColumns } from '../members/national-columns.ts';
import type { Session } from '../session.ts';
import { today } from '../today.ts';
import { formatDate, parsePartialIso } from '../vietnamese/dates.ts';
import type { Reconciliation } from './plan/reconcile-national.ts';

/** The reconciliation as the contract and `import --json` show it; dates as people write them. */
export function reconciliationResult(found: Reconciliation): ReconciliationResult {
  const headings = new Map<string, string>(nationalColumns.map(({ field, heading }) => [field, heading]));
  return {
    read: found.read,
    same: found.same,
    only_here: found.onlyHere.map(({ memberId, birthDate, ...rest }) => ({
      ...rest,
      member_id: memberId,
      birth_date: shownDate(birthDate),
    })),
    only_there: found.onlyThere.map(({ birthDate, ...rest }) => ({ ...rest, birth_date: shownDate(birthDate) })),
    differing: found.differing.map(({ memberId, ...rest }) => ({
      ...rest,
      member_id: memberId,
      heading: headings.get(rest.field) ?? rest.field,
    })),
    not_covered: found.notCovered,
  };
}

function shownDate(iso: string | null): string | null {
  const date = iso === null ? null : parsePartialIso(iso);
  return date === null ? null : formatDate(date);
}

/** Writes the list for the clerk who puts the national database right: three sheets, one for each kind. */
export async function reconciliationFile(session: Session, found: Reconciliation): Promise<MadeFile> {
  const { only_here, only_there, differing } = reconciliationResult(found);
  const { name } = await session.office.db.selectFrom('office').select('name').executeTakeFirstOrThrow();
  const day = today();
  const path = session.files.reserve(safeFileName(`Đối chiếu CSDL ${name}.xlsx`));
  // The library is large: only who writes a file waits for it.
  const { writeDataWorkbook } = await import('../documents/xlsx-data-sheet.ts');
  const person = [
    { heading: 'Họ và tên', width: 28 },
    { heading: 'Ngày sinh', width: 13 },
    { heading: 'Chi bộ', width: 40 },
  ];
  await writeDataWorkbook(
    {
      title: 'Đối chiếu đảng viên với cơ sở dữ liệu',
      author: name,
      date: day,
      sheets: [
        {
          name: 'Khác nhau',
          columns: [
            { heading: 'Họ và tên', width: 28 },
            { heading: 'Chi bộ', width: 40 },
            { heading: 'Cột', width: 44 },
            { heading: 'Trong sổ', width: 32 },
            { heading: 'Trong cơ sở dữ liệu', width: 32 },
            { heading: 'Dòng trong tệp', width: 14 },
          ],
          rows: differing.map((one) => [one.name, one.cell, one.heading, one.ours, one.theirs, one.row]),
        },
        {
          name: 'Có trong sổ, không có ở CSDL',
          columns: person,
          rows: only_here.map((one) => [one.name, one.birth_date, one.cell]),
        },
        {
          name: 'Có ở CSDL, không có trong sổ',
          columns: [...person, { heading: 'Trạng thái', width: 24 }, { heading: 'Dòng trong tệp', width: 14 }],
          rows: only_there.map((one) => [one.name, one.birth_date, one.cell, one.status, one.row]),
        },
      ],
    },
    profileForDate(session.formatProfiles, day),
    path,
  );
  return session.files.register(path);
}
