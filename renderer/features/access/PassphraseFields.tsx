import { PasswordInput } from '@mantine/core';
import { strengthOf } from './strength.ts';

type Props = { first: string; second: string; onChange: (first: string, second: string) => void };

/** Whether what was typed twice may be taken. */
export function isPassphrase(first: string, second: string): boolean {
  return first === second && strengthOf(first).tone !== 'problem';
}

/** A new passphrase, typed twice, with its strength in words. */
export function PassphraseFields({ first, second, onChange }: Props) {
  const { tone, words } = strengthOf(first);
  const differs = second !== '' && second !== first;
  return (
    <>
      <PasswordInput
        label="Mật khẩu mới"
        description="Nên là một câu ngắn dễ nhớ, bốn từ trở lên; gõ có dấu cũng được."
        autoComplete="new-password"
        value={first}
        onChange={({ currentTarget: { value } }) => onChange(value, second)}
      />
      {first !== '' && (
        <p className="strength" data-tone={tone} role="status">
          {words}
        </p>
      )}
      <PasswordInput
        label="Nhập lại mật khẩu mới"
        autoComplete="new-password"
        value={second}
        error={differs ? 'Hai lần nhập khác nhau.' : null}
        onChange={({ currentTarget: { value } }) => onChange(first, value)}
      />
    </>
  );
}
