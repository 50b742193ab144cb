import type { EditableParagraph, GoneParagraph } from '../../contract/documents.ts';
import type { OfficialDocument } from '../documents/model.ts';
import type { DocumentDraft, FigureRun } from './document.ts';
import { figureValue } from './figure.ts';
import { isGap } from './reports/prose/gap.ts';

/** How many figures are named; the others are counted. */
const named = 3;

/** What a clerk should see to before the document is issued, in words. */
export function documentWarnings({
  draft,
  official: { signature },
  paragraphs,
  gone,
  figures,
}: {
  draft: Pick<DocumentDraft, 'warnings'>;
  official: OfficialDocument;
  paragraphs: readonly EditableParagraph[];
  gone: readonly GoneParagraph[];
  figures: readonly FigureRun[];
}): string[] {
  const warnings = [...(draft.warnings ?? [])];
  const overtaken = paragraphs.filter(({ generated_then }) => generated_then !== null).length;
  if (overtaken > 0) {
    warnings.push(`${overtaken} đoạn đã sửa lời nhưng số liệu nay đã khác: chọn giữ lời đã sửa hay dùng lời mới.`);
  }
  if (gone.length > 0) warnings.push(`${gone.length} đoạn đã sửa lời không còn trong văn bản.`);
  const open = paragraphs.filter(({ generated, edited }) => isGap(edited ?? generated)).length;
  if (open > 0) warnings.push(`Còn ${open} đoạn để trống, chờ bổ sung.`);
  const signer = signature.kind === 'pair' ? signature.confirmation : signature.kind === 'authority' ? signature : null;
  if (signer?.name === null) warnings.push('Chưa có tên người ký.');
  const unknown = [...new Set(figures.filter(({ figure }) => figureValue(figure) === null).map(({ label }) => label))];
  if (unknown.length > 0) {
    const more = unknown.length > named ? ` và ${unknown.length - named} con số khác` : '';
    warnings.push(`Chưa có số liệu: ${unknown.slice(0, named).join('; ')}${more}.`);
  }
  return warnings;
}
