import type { CodeChoice } from '../../electron/contract/values.ts';

/** A code list as the data of a select: what the office still uses, and what the record has already. */
export function offered(
  choices: readonly CodeChoice[] | undefined,
  has: string | null | readonly string[],
): { value: string; label: string }[] {
  const kept = typeof has === 'string' ? [has] : (has ?? []);
  return (choices ?? [])
    .filter(({ code, ended }) => !ended || kept.includes(code))
    .map(({ code, label }) => ({ value: code, label }));
}
