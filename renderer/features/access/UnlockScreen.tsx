import './access.css';
import { Button, NativeSelect, PasswordInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, refusalOf } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { lockGate } from '../../app/lock-gate.ts';
import { useOfficeDoors } from '../../app/use-office.ts';
import { formatMoment } from '../../components/format.ts';
import { ErrorState, Note } from '../../components/states.tsx';
import { OtherWays } from '../office/OtherWays.tsx';

/**
 * Covers the window until the office that waits is unlocked. What is under it stays as it is and cannot be reached: a modal dialog
 * stands above everything else, other dialogs too.
 */
export function UnlockScreen() {
  const cover = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    cover.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={cover}
      className="unlock"
      // Said aloud for the keys of the window, which leave dialogs alone.
      // biome-ignore lint/a11y/noRedundantRoles: the keys of the window look for it
      role="dialog"
      aria-labelledby="unlock-title"
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.preventDefault();
      }}
    >
      <UnlockForm />
    </dialog>
  );
}

function UnlockForm() {
  const queries = useQueryClient();
  const asked = useQuery(api.access.waiting.queryOptions({ staleTime: 0, gcTime: 0 }));
  const [secret, setSecret] = useState('');
  const [slot, setSlot] = useState('');
  const { close } = useOfficeDoors();
  const unlock = useMutation({
    mutationFn: () => client.access.unlock({ secret, ...(slot === '' ? {} : { slot }) }),
    onSuccess: async () => {
      lockGate.open();
      await queries.invalidateQueries();
    },
    onError: () => setSecret(''),
  });
  const giveUp = useMutation({
    mutationFn: () => client.access.stopWaiting(),
    onSuccess: () => (asked.data?.locked ? close.mutate() : lockGate.giveUp()),
  });
  const takeSlots = useMutation({
    mutationFn: () => client.access.takeSlots(),
    onSuccess: () => {
      unlock.reset();
      return asked.refetch();
    },
  });
  const waiting = asked.data;
  const refusal = refusalOf(unlock.error);
  const isOfSecret = refusal === 'office_wrong_passphrase' || refusal === 'office_passphrase_needed';
  /** The passphrase was right, and the office did not open all the same. */
  const isRefused = unlock.isError && !isOfSecret;
  const doubtful = waiting?.slots_from != null && (waiting.code_only || isOfSecret) ? waiting.slots_from : null;
  const name = waiting?.path.split(/[\\/]/u).at(-1) ?? '';
  return (
    <div className="unlock-card">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (secret !== '' && !unlock.isPending) unlock.mutate();
        }}
      >
        <h1 id="unlock-title">{waiting?.locked === false ? 'Mở sổ có mật khẩu' : 'Sổ đang khóa'}</h1>
        <p className="unlock-name" title={waiting?.path}>
          {name}
        </p>
        {waiting?.code_only && (
          <Note tone="caution">
            Tệp khóa {name}.khoa cạnh sổ đã mất hoặc hỏng nên mật khẩu chưa mở được sổ.{' '}
            {doubtful === null
              ? 'Chép tệp đó về từ nơi giữ bản sao, hoặc nhập mã khôi phục đã in.'
              : 'Lấy tệp khóa từ bản sao lưu, hoặc nhập mã khôi phục đã in.'}
          </Note>
        )}
        {doubtful !== null && (
          <div className="unlock-ways">
            {!waiting?.code_only && (
              <p className="quiet small">
                Tệp khóa cạnh sổ khác tệp khóa của bản sao lưu {formatMoment(doubtful)}: có thể đã hỏng.
              </p>
            )}
            <Button type="button" variant="default" loading={takeSlots.isPending} onClick={() => takeSlots.mutate()}>
              Lấy tệp khóa từ bản sao lưu {formatMoment(doubtful)}
            </Button>
          </div>
        )}
        {takeSlots.isSuccess && !isRefused && <Note tone="fine">Đã lấy tệp khóa. Nhập mật khẩu để mở sổ.</Note>}
        {takeSlots.isError && <ErrorState error={takeSlots.error} />}
        {waiting && waiting.slots.length > 1 && (
          <NativeSelect
            label="Người mở sổ"
            data={[
              { value: '', label: 'Tự tìm theo mật khẩu' },
              ...waiting.slots.map(({ id, label }) => ({ value: id, label })),
            ]}
            value={slot}
            onChange={({ currentTarget: { value } }) => setSlot(value)}
          />
        )}
        <PasswordInput
          label="Mật khẩu hoặc mã khôi phục"
          autoComplete="current-password"
          autoFocus
          value={secret}
          visibilityToggleButtonProps={{ 'aria-label': 'Hiện, ẩn mật khẩu', tabIndex: 0 }}
          onChange={({ currentTarget: { value } }) => setSecret(value)}
        />
        {unlock.isError && <ErrorState error={unlock.error} />}
        {giveUp.isError && <ErrorState error={giveUp.error} />}
        <div className="unlock-ways">
          <Button type="submit" loading={unlock.isPending} disabled={secret === ''}>
            Mở khóa
          </Button>
          <Button type="button" variant="default" onClick={() => giveUp.mutate()}>
            {waiting?.locked === false ? 'Không mở nữa' : 'Đóng sổ'}
          </Button>
        </div>
        {waiting?.locked !== false && !isRefused && (
          <p className="quiet small">Việc đang làm còn nguyên sau màn hình này; đóng sổ thì bỏ những gì chưa lưu.</p>
        )}
      </form>
      {waiting && isRefused && <OtherWays path={waiting.path} error={unlock.error} />}
    </div>
  );
}
