import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { FormColumn, FormRow } from '../../documents/form-workbook.ts';
import type { Tables } from '../../schema/database.ts';
import { firstDayOfMonth, lastDayOfMonth, type Month } from '../../vietnamese/dates.ts';
import { type AskedCell, type AskedUnit, countHeard, organisationsAsked } from '../asked-cells.ts';
import type { CollectionForm } from '../collection-form.ts';
import { cellLine } from '../form-identity.ts';
import { listLabels } from '../list-labels.ts';

/** Lines for each cell; more are copied from these. */
const linesEach = 3;
const authorities = { labels: ['Chi bộ', 'Xã', 'Huyện', 'Tỉnh', 'Trung ương'], open: false };
const results = { labels: ['Trả lời tại chỗ', 'Đã giải quyết', 'Đang giải quyết', 'Chưa giải quyết'], open: false };

/** What members asked for in the month's meetings (R37, BC-04): some blank lines a cell. */
export const petitionForm: CollectionForm = {
  kind: 'petitions',
  title: 'Biểu ý kiến, kiến nghị của chi bộ tháng',
  sheet: 'Kiến nghị',
  guidance: [
    'Mỗi ý kiến, kiến nghị một dòng, điền vào các ô trắng. Thiếu dòng: chép cả dòng của chi bộ rồi chèn xuống dưới.',
    'Tháng không có kiến nghị nào: ghi “Không có” vào ô nội dung của dòng đầu.',
  ],
  addressees: organisationsAsked,
  content: async (db, period, { cells }) => ({
    columns: columns(period, await listLabels(db, 'petition_fields')),
    rows: rows(cells),
  }),
  heard,
};

/** Cells of which there is a petition of the month. */
async function heard(db: Kysely<Tables>, period: Month, units: readonly AskedUnit[]): Promise<Map<string, number>> {
  const known = await db.selectFrom('petition').select('cell_id').where('date', 'like', `${period}-%`).execute();
  return countHeard(units, new Set(known.map(({ cell_id }) => cell_id)));
}

function columns(period: Month, petitionFields: readonly string[]): FormColumn[] {
  const month = { from: firstDayOfMonth(period), to: lastDayOfMonth(period) };
  const text = { type: 'text', input: true } as const;
  return [
    { key: 'order', heading: 'TT', width: 5, type: 'int', input: false },
    { key: 'cell', heading: 'Chi bộ', width: 28, type: 'text', input: false },
    {
      key: 'date',
      heading: 'Ngày nêu',
      width: 12,
      type: 'date',
      input: true,
      range: month,
      prompt: 'Gõ ngày/tháng/năm.',
    },
    { key: 'content', heading: 'Nội dung ý kiến, kiến nghị', width: 50, ...text },
    { key: 'field', heading: 'Lĩnh vực', width: 18, ...text, choices: { labels: petitionFields, open: false } },
    { key: 'authority', heading: 'Cấp có thẩm quyền', width: 13, ...text, choices: authorities },
    { key: 'responsible_body', heading: 'Cơ quan giải quyết', width: 24, ...text },
    { key: 'result', heading: 'Kết quả', width: 16, ...text, choices: results },
    { key: 'answered_on', heading: 'Ngày trả lời', width: 12, type: 'date', input: true },
    { key: 'note', heading: 'Ghi chú', width: 22, ...text },
  ];
}

function rows(cells: readonly AskedCell[]): FormRow[] {
  return cells.flatMap((cell, index) =>
    Array.from({ length: linesEach }, (_, line) => ({
      id: cellLine(cell.id, newId()),
      values: { order: index * linesEach + line + 1, cell: cell.name },
    })),
  );
}
