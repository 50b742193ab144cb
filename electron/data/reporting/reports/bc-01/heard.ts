import type { TableCell } from '../../../documents/model.ts';
import type { Authority } from '../../../schema/column-types.ts';
import type { DraftBlock } from '../../document.ts';
import { count } from '../../figure.ts';
import { ended, fact, typed } from '../letters/wording.ts';
import { say } from '../prose/phrases.ts';
import { item } from './general.ts';
import type { HeardMatter, VisitPaper } from './read.ts';

export const authorityNames: Readonly<Record<Authority, string>> = {
  cell: 'Chi bộ',
  commune: 'Xã',
  district: 'Huyện',
  province: 'Tỉnh',
  central: 'Trung ương',
};

/** III: what the official brought to the cell, and what he answered there and then. */
export function conveyedBlocks({ report, petitions }: VisitPaper): DraftBlock[] {
  const answered = petitions.filter(({ onTheSpot }) => onTheSpot);
  return [
    { kind: 'heading', level: 1, text: 'Nội dung cán bộ đã thông tin, truyền đạt, giải đáp' },
    ...typed('conveyed', report.conveyed),
    ...(answered.length === 0 ? [] : [answeredLine(answered)]),
    ...answered.map((matter) =>
      item(`on-spot/${matter.id}`, [ended([matter.content, matter.outcome].filter(Boolean).join(': '))]),
    ),
  ];
}

function answeredLine(answered: readonly HeardMatter[]): DraftBlock {
  const ids = answered.map(({ id }) => id);
  const figure = fact('on-spot', 'Ý kiến giải đáp tại chỗ', count('petition', ids));
  return { kind: 'written', key: 'on-spot', runs: say`Đã giải đáp tại chỗ ${figure} ý kiến:` };
}

/** V and VI: what the cell asks for, and what the official proposes to the committee. */
export function proposedBlocks({ report, petitions, committee }: VisitPaper): DraftBlock[] {
  const open = petitions.filter(({ onTheSpot }) => !onTheSpot);
  return [
    { kind: 'heading', level: 1, text: 'Ý kiến, kiến nghị của chi bộ' },
    ...(open.length === 0 && report.proposed === null
      ? [
          // Of none in the books nobody knows whether none was raised (R42).
          ...(petitions.length === 0
            ? typed('proposed', null)
            : [item('no-petitions', ['Ngoài các ý kiến đã giải đáp tại chỗ, không có ý kiến, kiến nghị khác.'])]),
        ]
      : []),
    ...(report.proposed === null ? [] : typed('proposed', report.proposed)),
    ...(open.length === 0 ? [] : [petitionTable(open)]),
    { kind: 'heading', level: 1, text: 'Đề xuất của cán bộ' },
    ...(report.difficulties === null ? [] : typed('difficulties', report.difficulties, 'Khó khăn, vướng mắc')),
    ...typed('own-proposals', report.own_proposals),
    { kind: 'written', key: 'closing', runs: [`Kính báo cáo Ban Thường vụ ${committee} xem xét, chỉ đạo.`] },
  ];
}

/** `TT | Nội dung | Người nêu | Lĩnh vực | Thẩm quyền | Đề xuất hướng giải quyết`; what is not known is written by hand. */
function petitionTable(petitions: readonly HeardMatter[]): DraftBlock {
  const head = ['TT', 'Nội dung', 'Người nêu', 'Lĩnh vực', 'Thẩm quyền', 'Đề xuất hướng giải quyết'];
  return {
    kind: 'table',
    columns: [
      { width: 6, align: 'center' },
      { width: 34, align: 'left' },
      { width: 16, align: 'left' },
      { width: 13, align: 'left' },
      { width: 12, align: 'center' },
      { width: 19, align: 'left' },
    ],
    head: [head.map((text): TableCell => ({ text, bold: true }))],
    rows: petitions.map((matter, index) =>
      [
        String(index + 1),
        matter.content,
        matter.raised_by ?? '',
        matter.field ?? '',
        matter.authority === null ? '' : authorityNames[matter.authority],
        matter.outcome ?? (matter.body === null ? '' : `Giao ${matter.body}`),
      ].map((text): TableCell => ({ text })),
    ),
  };
}
