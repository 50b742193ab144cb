import { type Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx';
import type { FormatProfile } from '../../../electron/data/documents/profile.ts';
import type { TypesetSignatory, TypesetSignature } from '../../../electron/data/documents/typeset.ts';
import { line, noBorders } from './text.ts';

/**
 * Boxes 7-9: recipients left and signing authority right, or the two signatures of minutes, with who certifies them below
 * left; never split over pages.
 */
export function signatureTable(signature: TypesetSignature, profile: FormatProfile): Table | null {
  if (signature.kind === 'none') return null;
  const confirmation = signature.kind === 'pair' ? signature.confirmation : null;
  const keepNext = confirmation !== null;
  const left =
    signature.kind === 'pair' ? signatory(signature.left, profile, keepNext) : recipients(signature, profile);
  const rows = [
    [left, signatory(signature.right, profile, keepNext)],
    ...(confirmation === null ? [] : [[signatory(confirmation, profile), [line('', profile.signer, profile)]]]),
  ];
  const widths = profile.sign_table.columns;
  return new Table({
    columnWidths: widths,
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, column) =>
              new TableCell({
                width: { size: widths[column] ?? 0, type: WidthType.DXA },
                verticalAlign: VerticalAlign.TOP,
                children,
              }),
          ),
        }),
    ),
  });
}

/**
 * Authority or role bold, position regular, four empty lines for the signature, name bold (boxes 7a-7c). `keepNext`: what
 * is below stays on the page.
 */
function signatory(who: TypesetSignatory, profile: FormatProfile, keepNext = false): Paragraph[] {
  const roles = who.lines.map((role, index) =>
    line(role.text, { pt: (role.bold ? profile.signing_authority : profile.position).pt, bold: role.bold }, profile, {
      before: index === 0 ? profile.sign_table.before : 0,
      keepNext,
    }),
  );
  const gap = Array.from({ length: profile.signer.gap_lines }, () => line('', profile.signer, profile, { keepNext }));
  return [...roles, ...gap, line(who.name ?? '', { pt: profile.signer.pt, bold: true }, profile, { keepNext })];
}

/** `Nơi nhận:` underlined and upright, then one name a line in 12 pt (box 9b). A cell must hold a paragraph. */
function recipients(signature: Extract<TypesetSignature, { kind: 'authority' }>, profile: FormatProfile): Paragraph[] {
  const { label_pt, pt } = profile.recipients;
  if (signature.recipients.length === 0) return [line('', { pt }, profile)];
  return [
    line(signature.label, { pt: label_pt, underline: true }, profile, {
      align: 'left',
      before: profile.sign_table.before,
    }),
    ...signature.recipients.map((name) => line(name, { pt }, profile, { align: 'left' })),
  ];
}
