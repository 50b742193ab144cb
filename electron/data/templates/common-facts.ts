import type { OfficialDocument } from '../documents/model.ts';
import type { FormatProfile } from '../documents/profile.ts';
import { type TypesetSignatory, type TypesetSignature, typeset } from '../documents/typeset.ts';
import type { TypesetBlock } from '../documents/typeset-body.ts';

/** The tags that every document has. */
export const commonTags = [
  'Cơ quan cấp trên',
  'Cơ quan ban hành',
  'Số và ký hiệu',
  'Địa danh, ngày tháng',
  'Tên loại',
  'Trích yếu',
  'Kính gửi',
  'Nội dung',
  'Quyền hạn ký',
  'Chức vụ người ký',
  'Người ký',
  'Nơi nhận',
] as const;

/** What every document has, by the tags a template calls it; the words are those of the built-in layout. */
export function commonFacts(
  document: OfficialDocument,
  profile: FormatProfile,
): Record<(typeof commonTags)[number], string> {
  const { header, title, addressees, body, signature } = typeset(document, profile);
  const right = signature.kind === 'authority' ? signature.right : confirmationOf(signature);
  return {
    'Cơ quan cấp trên': header.superior.map(({ text }) => text).join('\n'),
    'Cơ quan ban hành': header.issuer.map(({ text }) => text).join('\n'),
    'Số và ký hiệu': header.number ?? '',
    'Địa danh, ngày tháng': header.placeDate ?? '',
    'Tên loại': title?.kind ?? '',
    'Trích yếu': title?.subject ?? header.letterSubject ?? '',
    'Kính gửi': addressees === null ? '' : addressees.names.join('\n'),
    'Nội dung': body.flatMap(paragraphText).join('\n'),
    'Quyền hạn ký': lineOf(right, 0),
    'Chức vụ người ký': lineOf(right, 1),
    'Người ký': right?.name ?? '',
    'Nơi nhận': signature.kind === 'authority' ? signature.recipients.join('\n') : '',
  };
}

function confirmationOf(signature: TypesetSignature): TypesetSignatory | null {
  return signature.kind === 'pair' ? signature.confirmation : null;
}

function paragraphText(block: TypesetBlock): string[] {
  // Tables come as lists of their own: a text cannot hold them.
  return 'runs' in block ? [block.runs.map(({ text }) => text).join('')] : [];
}

function lineOf(signatory: TypesetSignatory | null, index: number): string {
  return signatory?.lines[index]?.text ?? '';
}
