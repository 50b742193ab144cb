import { decapitalised } from '../prose/phrases.ts';

/**
 * A reason as it was typed, fit for the middle of a sentence that already says there was no meeting: `Không sinh hoạt do
 * sạt lở đường` is `sạt lở đường`, `Mưa lũ chia cắt, không tổ chức sinh hoạt` is `mưa lũ chia cắt`.
 */
export function reasonText(typed: string): string {
  const text = typed.trim().replace(/[.;]+$/u, '');
  const cause = text
    .replace(/^không (?:tổ chức |có )?(?:sinh hoạt|họp)(?: chi bộ)?\s*(?:[:,]|do|vì)\s*(?:do |vì )?/iu, '')
    .replace(/,\s*(?:nên )?không (?:tổ chức )?(?:sinh hoạt|họp)(?: được| chi bộ)?$/iu, '');
  return decapitalised(cause === '' ? text : cause);
}
