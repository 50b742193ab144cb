import { PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Recovery, SlotName } from '../../../electron/contract/access.ts';
import { useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { KeyChangeProgress } from './KeyChangeProgress.tsx';
import { isPassphrase, PassphraseFields } from './PassphraseFields.tsx';
import { useKeyChange } from './use-key-change.ts';

export type SecretAct = { kind: 'show' | 'renew' | 'decrypt' | 'replace' } | { kind: 'change'; slot: SlotName };

const words: Record<SecretAct['kind'], { title: string; action: string; about: string }> = {
  show: { title: 'In lại mã khôi phục', action: 'Hiện mã', about: '' },
  renew: {
    title: 'Đổi mã khôi phục',
    action: 'Đổi mã',
    about: 'Mã cũ không mở được sổ và các bản sao lưu cạnh sổ nữa. Mật khẩu của mọi người giữ nguyên.',
  },
  decrypt: {
    title: 'Bỏ mật khẩu của sổ',
    action: 'Bỏ mật khẩu',
    about: 'Sổ và các bản sao lưu cạnh sổ không còn được mã hóa: ai lấy được tệp đều đọc được.',
  },
  replace: { title: 'Đặt lại mật khẩu', action: 'Đặt mật khẩu', about: 'Lập tệp khóa mới với một mật khẩu mới.' },
  change: { title: 'Đổi mật khẩu', action: 'Đổi mật khẩu', about: '' },
};

type Props = {
  act: SecretAct;
  onClose: () => void;
  /** Its passphrase is gone; these backups did not open and still have it. */
  onPlain: (unchanged: readonly string[]) => void;
  onCode: (shown: { recovery: Recovery; unchanged: readonly string[] }) => void;
};

/** What changes who may open the office: asked for with a passphrase or the recovery code once more. */
export function SecretDialog({ act, onClose, onPlain, onCode }: Props) {
  const [secret, setSecret] = useState('');
  const [label, setLabel] = useState('Văn phòng');
  const [typed, setTyped] = useState({ first: '', second: '' });
  const { title, action, about } = words[act.kind];
  const hasNew = act.kind === 'change' || act.kind === 'replace';
  const change = useKeyChange();
  const run = useChange(async () => {
    const passphrase = typed.first;
    if (act.kind === 'change') await client.access.changePassphrase({ secret, slot: act.slot.id, passphrase });
    else if (act.kind === 'replace') await client.access.replaceLostSlots({ secret, label, passphrase });
    else if (act.kind === 'decrypt')
      await change.follow(
        (options) => client.access.decrypt({ secret }, options),
        ({ unchanged_backups }) => onPlain(unchanged_backups),
      );
    else if (act.kind === 'show') onCode({ recovery: await client.access.showRecoveryCode({ secret }), unchanged: [] });
    else
      await change.follow(
        (options) => client.access.newRecoveryCode({ secret }, options),
        ({ unchanged_backups, ...recovery }) => onCode({ recovery, unchanged: unchanged_backups }),
      );
  });
  return (
    <Dialog
      title={act.kind === 'change' ? `${title}: ${act.slot.label}` : title}
      opened
      onClose={onClose}
      action={action}
      destructive={act.kind === 'decrypt'}
      busy={run.isPending}
      disabled={secret === '' || (hasNew && !isPassphrase(typed.first, typed.second))}
      error={run.error}
      onAction={() => run.mutate(undefined, { onSuccess: onClose })}
    >
      {about !== '' && <p>{about}</p>}
      <PasswordInput
        label={act.kind === 'change' ? 'Mật khẩu cũ hoặc mã khôi phục' : 'Mật khẩu hoặc mã khôi phục'}
        autoComplete="current-password"
        data-autofocus
        value={secret}
        onChange={({ currentTarget: { value } }) => setSecret(value)}
      />
      {act.kind === 'replace' && (
        <TextInput
          label="Người giữ mật khẩu"
          value={label}
          onChange={({ currentTarget: { value } }) => setLabel(value)}
        />
      )}
      {hasNew && <PassphraseFields {...typed} onChange={(first, second) => setTyped({ first, second })} />}
      {change.progress && <KeyChangeProgress progress={change.progress} onStop={change.stop} />}
    </Dialog>
  );
}
