import { type Kysely, sql } from 'kysely';
import type { EventCode } from '../../../contract/member-events.ts';
import type { FormColumn, FormRow, FormValue } from '../../documents/form-workbook.ts';
import { countedKinds } from '../../members/counted.ts';
import { rosterHome } from '../../members/national-texts.ts';
import { kindWords } from '../../members/status-words.ts';
import type { Tables } from '../../schema/database.ts';
import { inForce } from '../../schema/in-force.ts';
import { lastDayOfMonth, type Month } from '../../vietnamese/dates.ts';
import { type AskedCell, type AskedUnit, countHeard, organisationsAsked } from '../asked-cells.ts';
import type { CollectionForm } from '../collection-form.ts';
import { cellLine } from '../form-identity.ts';
import { listLabels } from '../list-labels.ts';

/** What may have become of a member, in the words of the drop-down (members handbook 1.6). */
export const reportedEvents = {
  'Kết nạp': 'KET_NAP',
  'Chuyển đến': 'CHUYEN_DEN',
  'Chuyển đi': 'CHUYEN_DI',
  'Qua đời': 'TU_TRAN',
  'Công nhận chính thức': 'CHINH_THUC',
  'Miễn công tác và sinh hoạt': 'MIEN_SH',
  'Sinh hoạt tạm thời nơi khác': 'TAM_THOI_DI',
  'Tạm miễn (làm ăn xa)': 'TAM_MIEN',
  'Trở lại sinh hoạt': 'TRO_LAI',
  'Xin ra khỏi Đảng': 'XIN_RA',
  'Xóa tên': 'XOA_TEN',
} as const satisfies Record<string, EventCode>;

/** What the office knows of the members of each cell, to be corrected; what became of them; and who is new. */
export const memberForm: CollectionForm = {
  kind: 'members',
  title: 'Phiếu cập nhật đảng viên tháng',
  sheet: 'Đảng viên',
  guidance: [
    'Sửa thẳng vào ô sai, điền ô còn trống. Ngày chỉ biết năm hoặc tháng, năm thì ghi như vậy. Đã đối chiếu, không sai: chọn “Đúng”.',
    'Chuyển đi, qua đời, thay đổi khác: chọn ở cột Biến động và ghi ngày, không xóa dòng. Đảng viên mới: chèn dòng dưới chi bộ, ghi đủ các ô.',
  ],
  addressees: organisationsAsked,
  content: async (db, period, { cells }) => ({ columns: await columns(db), rows: await rows(db, period, cells) }),
  heard,
};

async function columns(db: Kysely<Tables>): Promise<FormColumn[]> {
  const text = (key: string, heading: string, width: number): FormColumn => {
    return { key, heading, width, type: 'text', input: true };
  };
  const date = (key: string, heading: string): FormColumn => ({ key, heading, width: 11, type: 'date', input: true });
  const listed = async (list: string) => ({ choices: { labels: await listLabels(db, list), open: true } });
  const [person, party, change] = [
    { group: 'Nhân thân, trình độ' },
    { group: 'Đảng tịch' },
    { group: 'Biến động từ khi lập phiếu' },
  ];
  return [
    { key: 'order', heading: 'TT', width: 5, type: 'int', input: false },
    { key: 'cell', heading: 'Chi bộ', width: 15, type: 'text', input: false },
    text('full_name', 'Họ và tên', 20),
    { ...text('gender', 'Giới tính', 6), choices: { labels: ['Nam', 'Nữ'], open: false }, ...person },
    { ...date('birth_date', 'Ngày sinh'), ...person },
    { ...text('ethnicity', 'Dân tộc', 8), ...(await listed('ethnic_groups')), ...person },
    { ...text('religion', 'Tôn giáo', 9), ...(await listed('religions')), ...person },
    { ...text('hometown', 'Quê quán', 22), ...person },
    { ...text('general_education', 'Giáo dục phổ thông', 10), ...(await listed('general_education')), ...person },
    { ...text('professional_education', 'Chuyên môn', 13), ...person },
    { ...text('political_theory', 'Lý luận chính trị', 10), ...(await listed('political_theory')), ...person },
    { ...date('admission_date', 'Ngày vào Đảng'), ...party },
    { ...date('full_member_date', 'Ngày chính thức'), ...party },
    { ...text('party_card_no', 'Số thẻ (12 số)', 14), ...party },
    { ...text('old_card_no', 'Số thẻ cũ (8 số)', 10), ...party },
    { ...text('personal_id', 'Số định danh cá nhân', 14), ...party },
    text('phone', 'Điện thoại', 11),
    { key: 'status', heading: 'Trạng thái theo sổ', width: 14, type: 'text', input: false },
    { ...text('checked', 'Đã đối chiếu', 7), choices: { labels: ['Đúng'], open: false } },
    { ...text('event', 'Biến động', 14), choices: { labels: Object.keys(reportedEvents), open: false }, ...change },
    { ...date('event_date', 'Từ ngày'), ...change },
    { ...date('event_until', 'Đến ngày (nếu tạm thời)'), ...change },
    { ...text('event_place', 'Nơi đến hoặc nơi đi', 15), ...change },
    { ...text('event_paper', 'Số giấy, quyết định', 12), ...change },
    { ...date('event_paper_date', 'Ngày giấy, quyết định'), ...change },
    text('remark', 'Ghi chú', 12),
  ];
}

async function rows(db: Kysely<Tables>, period: Month, cells: readonly AskedCell[]): Promise<FormRow[]> {
  const [members, labels] = await Promise.all([membersOf(db, period, cells), readLabels(db)]);
  const byCell = Map.groupBy(members, ({ cell_id }) => cell_id);
  const label = (list: string, code: string | null) => (code === null ? null : (labels.get(`${list}|${code}`) ?? code));
  return cells.flatMap(({ id: cellId, name }) =>
    (byCell.get(cellId) ?? []).map((member, index): FormRow => {
      const degree = label('professional_education', member.professional_education);
      const values: Record<string, FormValue> = {
        order: index + 1,
        cell: name,
        full_name: member.full_name,
        gender: member.gender === null ? null : member.gender === 'female' ? 'Nữ' : 'Nam',
        birth_date: member.birth_date,
        ethnicity: label('ethnic_groups', member.ethnicity),
        religion: label('religions', member.religion),
        hometown: rosterHome(member),
        general_education: label('general_education', member.general_education),
        professional_education: [degree, member.professional_field].filter((part) => part !== null).join(' ') || null,
        political_theory: label('political_theory', member.political_theory),
        admission_date: member.admission_date,
        full_member_date: member.full_member_date,
        party_card_no: member.party_card_no,
        old_card_no: member.old_card_no,
        personal_id: member.personal_id,
        phone: member.phone,
        status: kindWords[member.kind],
      };
      return { id: cellLine(cellId, member.id), values };
    }),
  );
}

/** Members and guests of the cells at the end of the month, by given name. */
function membersOf(db: Kysely<Tables>, period: Month, cells: readonly AskedCell[]) {
  const ids = JSON.stringify(cells.map(({ id }) => id));
  return db
    .selectFrom('member_status as status')
    .innerJoin('member', 'member.id', 'status.member_id')
    .selectAll('member')
    .select(['status.cell_id', 'status.kind'])
    .where('status.cell_id', 'in', sql<string>`(select value from json_each(${ids}))`)
    .where('status.kind', 'in', [...countedKinds, 'temporarily_received'])
    .where(inForce('status', lastDayOfMonth(period)))
    .orderBy('member.sort_key')
    .orderBy('member.id')
    .execute();
}

async function readLabels(db: Kysely<Tables>): Promise<Map<string, string>> {
  const entries = await db.selectFrom('code_list').select(['list', 'code', 'label']).execute();
  return new Map(entries.map(({ list, code, label }) => [`${list}|${code}`, label]));
}

/** Cells of which the office has a list of members. */
async function heard(db: Kysely<Tables>, period: Month, units: readonly AskedUnit[]): Promise<Map<string, number>> {
  const listed = await db
    .selectFrom('member_status as status')
    .select('status.cell_id')
    .distinct()
    .where(inForce('status', lastDayOfMonth(period)))
    .execute();
  return countHeard(units, new Set(listed.map(({ cell_id }) => cell_id)));
}
