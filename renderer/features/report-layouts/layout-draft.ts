import type { OfficeReportLayout } from '../../../electron/contract/report-layouts.ts';
import { type LayoutLine, linesOf, sheetsOf } from './layout-lines.ts';

/** A layout as it is typed: every field holds what stands in its box. */
export interface LayoutDraft {
  from: string | null;
  title: string;
  annexLine: string;
  unitLine: string;
  nameHeading: string;
  lines: readonly LayoutLine[];
  texts: readonly DraftText[];
  /** One a line. */
  notes: string;
  receiver: string;
  dueMonths: number;
  dueDay: number | null;
  maker: string;
  authority: string;
  position: string;
  name: string;
}

export interface DraftText {
  of: string;
  label: string;
  last: boolean;
  shown: boolean;
}

type Columns = readonly { key: string; label: string }[];
type From = { layout: OfficeReportLayout; standard: OfficeReportLayout; columns: Columns; from: string };

export function draftOf({ layout, standard, columns, from }: From): LayoutDraft {
  const texts = layout.texts ?? standard.texts ?? [];
  const left = (standard.texts ?? []).filter(({ of }) => texts.every((text) => text.of !== of));
  return {
    from,
    title: layout.title,
    annexLine: layout.annex_line,
    unitLine: layout.unit_line ?? '',
    nameHeading: layout.name_heading,
    lines: linesOf(layout.sheets, standard.sheets, columns),
    texts: [...texts.map((text) => ({ ...text, shown: true })), ...left.map((text) => ({ ...text, shown: false }))],
    notes: layout.notes.join('\n'),
    receiver: layout.receiver ?? '',
    dueMonths: layout.due?.months_after ?? 1,
    dueDay: layout.due?.day ?? null,
    maker: layout.maker,
    authority: layout.signer?.authority ?? '',
    position: layout.signer?.position ?? '',
    name: layout.signer?.name ?? '',
  };
}

export function layoutOf(draft: LayoutDraft): OfficeReportLayout {
  const given = (text: string) => text.trim() || null;
  const authority = given(draft.authority);
  return {
    title: draft.title,
    annex_line: draft.annexLine,
    unit_line: given(draft.unitLine),
    name_heading: draft.nameHeading,
    sheets: sheetsOf(draft.lines),
    texts: draft.texts.filter(({ shown }) => shown).map(({ of, label, last }) => ({ of, label, last })),
    notes: draft.notes
      .split('\n')
      .map((note) => note.trim())
      .filter((note) => note !== ''),
    receiver: given(draft.receiver),
    due: draft.dueDay === null ? null : { months_after: draft.dueMonths, day: draft.dueDay },
    maker: draft.maker,
    signer: authority === null ? null : { authority, position: given(draft.position), name: given(draft.name) },
  };
}

/** What keeps a draft from being saved, in words; the data side checks the rest. */
export function problemOf(draft: LayoutDraft): string | null {
  const blank = draft.lines.find((line) => line.label.trim() === '' && (line.kind !== 'column' || line.shown));
  if (blank) return 'Có cột, nhóm hoặc trang chưa có tên. Ghi tên, hoặc bỏ chọn cột đó.';
  if (draft.texts.some(({ shown, label }) => shown && label.trim() === '')) return 'Có cột chữ chưa có tên.';
  if ([draft.title, draft.nameHeading, draft.maker].some((text) => text.trim() === '')) {
    return 'Ghi đủ tên biểu, tiêu đề cột tên và người lập biểu.';
  }
  if (sheetsOf(draft.lines).length === 0) return 'Chọn ít nhất một cột số liệu.';
  if (draft.dueDay !== null && (draft.dueDay < 1 || draft.dueDay > 31)) return 'Hạn gửi: ngày từ 1 đến 31.';
  if (draft.authority.trim() === '' && (draft.position.trim() !== '' || draft.name.trim() !== '')) {
    return 'Ghi quyền hạn ký (T/M, K/T, T/L…), hoặc để trống cả ba ô người ký.';
  }
  return draft.from === null ? 'Ghi ngày bắt đầu dùng bố cục.' : null;
}
