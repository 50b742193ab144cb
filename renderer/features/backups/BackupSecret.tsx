import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorState, Note } from '../../components/states.tsx';

type Props = { label: string; unlock: (secret: string) => Promise<unknown>; onUnlocked: () => void };

/** A backup under another passphrase than the office: asked for where it is looked at. */
export function BackupSecret({ label, unlock, onUnlocked }: Props) {
  const [secret, setSecret] = useState('');
  const run = useMutation({
    mutationFn: () => unlock(secret),
    onSuccess: onUnlocked,
    onError: () => setSecret(''),
  });
  return (
    <form
      className="form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (secret !== '' && !run.isPending) run.mutate();
      }}
    >
      <Note tone="caution">
        Bản này có mật khẩu khác với sổ hiện nay. Nhập mật khẩu hoặc mã khôi phục dùng lúc sao lưu.
      </Note>
      <PasswordInput
        label="Mật khẩu của bản sao lưu"
        autoComplete="off"
        value={secret}
        visibilityToggleButtonProps={{ 'aria-label': 'Hiện, ẩn mật khẩu', tabIndex: 0 }}
        onChange={({ currentTarget: { value } }) => setSecret(value)}
      />
      {run.isError && <ErrorState error={run.error} />}
      <div>
        <Button type="submit" variant="default" loading={run.isPending} disabled={secret === ''}>
          Mở bản này
        </Button>
      </div>
    </form>
  );
}
