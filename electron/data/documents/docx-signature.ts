import { placingTable } from './docx-table.ts';
import { line } from './docx-text.ts';
import type { FormatProfile } from './profile.ts';
import type { TypesetSignatory, TypesetSignature } from './typeset.ts';

/**
 * Boxes 7-9: recipients left and signing authority right, or the two signatures of minutes, with who certifies them below
 * left; never split over pages.
 */
export function signatureTable(signature: TypesetSignature, profile: FormatProfile): string | null {
  if (signature.kind === 'none') return null;
  const confirmation = signature.kind === 'pair' ? signature.confirmation : null;
  const keepNext = confirmation !== null;
  const left =
    signature.kind === 'pair' ? signatory(signature.left, profile, keepNext) : recipients(signature, profile);
  return placingTable(profile.sign_table.columns, [
    [left, signatory(signature.right, profile, keepNext)],
    ...(confirmation === null ? [] : [[signatory(confirmation, profile), line('', profile.signer, profile)]]),
  ]);
}

/**
 * Authority or role bold, position regular, four empty lines for the signature, name bold (boxes 7a-7c). `keepNext`: what
 * is below stays on the page.
 */
function signatory(who: TypesetSignatory, profile: FormatProfile, keepNext = false): string {
  const roles = who.lines.map((role, index) =>
    line(role.text, { pt: (role.bold ? profile.signing_authority : profile.position).pt, bold: role.bold }, profile, {
      before: index === 0 ? profile.sign_table.before : 0,
      keepNext,
    }),
  );
  const gap = line('', profile.signer, profile, { keepNext }).repeat(profile.signer.gap_lines);
  return roles.join('') + gap + line(who.name ?? '', { pt: profile.signer.pt, bold: true }, profile, { keepNext });
}

/** `Nơi nhận:` underlined and upright, then one name a line in 12 pt (box 9b). A cell must hold a paragraph. */
function recipients(signature: Extract<TypesetSignature, { kind: 'authority' }>, profile: FormatProfile): string {
  const { label_pt, pt } = profile.recipients;
  if (signature.recipients.length === 0) return line('', { pt }, profile);
  const label = line(signature.label, { pt: label_pt, underline: true }, profile, {
    align: 'left',
    before: profile.sign_table.before,
  });
  return label + signature.recipients.map((name) => line(name, { pt }, profile, { align: 'left' })).join('');
}
