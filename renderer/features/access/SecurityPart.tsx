import './access.css';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccessState, Recovery } from '../../../electron/contract/access.ts';
import { api, useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { PageForm } from '../../components/PageForm.tsx';
import { ErrorState, Note, Waiting } from '../../components/states.tsx';
import { KeyChangeProgress } from './KeyChangeProgress.tsx';
import { LostSlots } from './LostSlots.tsx';
import { isPassphrase, PassphraseFields } from './PassphraseFields.tsx';
import { RecoveryPaper } from './RecoveryPaper.tsx';
import { type SecretAct, SecretDialog } from './SecretDialog.tsx';
import { useKeyChange } from './use-key-change.ts';

type Shown = { recovery: Recovery; unchanged: readonly string[] };

/** Who can open the office file: its passphrases, the recovery code, and when it locks itself. */
export function SecurityPart() {
  const state = useQuery(api.access.state.queryOptions());
  const [shown, setShown] = useState<Shown | null>(null);
  const [stillLocked, setStillLocked] = useState<readonly string[]>([]);
  if (state.isError) return <ErrorState error={state.error} />;
  if (!state.data) return <Waiting />;
  return (
    <div className="page">
      <div className="page-column">
        {shown ? (
          <RecoveryPaper {...shown} onDone={() => setShown(null)} />
        ) : state.data.encrypted ? (
          <Encrypted state={state.data} onCode={setShown} onPlain={setStillLocked} />
        ) : (
          <>
            {stillLocked.length > 0 && (
              <Note tone="caution">
                Các bản sao lưu này không mở được nên vẫn còn mật khẩu cũ: {stillLocked.join(', ')}. Giữ mã khôi phục
                cũ, hoặc xóa các bản đó nếu không cần.
              </Note>
            )}
            <FirstPassphrase onCode={setShown} />
          </>
        )}
      </div>
    </div>
  );
}

function FirstPassphrase({ onCode }: { onCode: (shown: Shown) => void }) {
  const [label, setLabel] = useState('Văn phòng');
  const [[first, second], setTyped] = useState(['', '']);
  const change = useKeyChange();
  const encrypt = useChange(async () => {
    await change.follow(
      (options) => client.access.encrypt({ label, passphrase: first ?? '' }, options),
      // Before anything is asked for again: this form is gone then, and the code is shown only once.
      ({ unchanged_backups, ...recovery }) => onCode({ recovery, unchanged: unchanged_backups }),
    );
  });
  const ready = isPassphrase(first ?? '', second ?? '') && label.trim() !== '';
  return (
    <PageForm
      onSubmit={() => {
        if (ready && !encrypt.isPending) encrypt.mutate(undefined);
      }}
    >
      <h3>Đặt mật khẩu cho sổ</h3>
      <p>
        Sổ chưa có mật khẩu: ai lấy được tệp sổ đều đọc được. Đặt mật khẩu thì tệp sổ và các bản sao lưu được mã hóa;
        quên mật khẩu chỉ mở lại được bằng mã khôi phục in ra giấy.
      </p>
      <TextInput
        label="Người giữ mật khẩu"
        required
        value={label}
        onChange={({ currentTarget: { value } }) => setLabel(value)}
      />
      <PassphraseFields first={first ?? ''} second={second ?? ''} onChange={(...typed) => setTyped(typed)} />
      {encrypt.isError && <ErrorState error={encrypt.error} />}
      {change.progress && <KeyChangeProgress progress={change.progress} onStop={change.stop} />}
      <div className="unlock-ways">
        <Button type="submit" disabled={!ready} loading={encrypt.isPending}>
          Đặt mật khẩu
        </Button>
      </div>
      <p className="quiet small">
        Bản đã chép sang USB, máy khác và gói dữ liệu đã gửi không đổi theo. Với sổ lớn có thể mất một phút.
      </p>
    </PageForm>
  );
}

const lockChoices = [5, 10, 15, 30, 60, 0];

type EncryptedProps = {
  state: AccessState;
  onCode: (shown: Shown) => void;
  onPlain: (unchanged: readonly string[]) => void;
};

function Encrypted({ state, onCode, onPlain }: EncryptedProps) {
  const [act, setAct] = useState<SecretAct | null>(null);
  const setLock = useChange((minutes: number) => client.access.setAutoLock({ minutes }));
  return (
    <div className="form">
      <h3>Mật khẩu</h3>
      <Note tone="fine">Sổ và các bản sao lưu cạnh sổ đã được mã hóa.</Note>
      {state.opened_by === null && state.slots.length > 0 && (
        <Note tone="caution">Sổ đang mở bằng mã khôi phục. Đổi mật khẩu đã quên ngay ở dưới, bằng chính mã này.</Note>
      )}
      {state.slots.length === 0 ? (
        <LostSlots from={state.slots_from} onReplace={() => setAct({ kind: 'replace' })} />
      ) : (
        <ul className="plain-list slots" aria-label="Người giữ mật khẩu">
          {state.slots.map(({ id, label }) => (
            <li key={id}>
              <span>
                {label}
                {state.opened_by?.id === id && <span className="quiet"> (đang mở sổ)</span>}
              </span>
              <Button size="xs" variant="default" onClick={() => setAct({ kind: 'change', slot: { id, label } })}>
                Đổi mật khẩu…
              </Button>
            </li>
          ))}
        </ul>
      )}
      <h3>Tự khóa</h3>
      <NativeSelect
        label="Khóa sổ khi không dùng bàn phím, chuột"
        className="settings-code"
        data={lockChoices.map((minutes) => ({
          value: String(minutes),
          label: minutes === 0 ? 'Không tự khóa' : `sau ${minutes} phút`,
        }))}
        value={String(state.auto_lock)}
        onChange={({ currentTarget: { value } }) => setLock.mutate(Number(value))}
      />
      {setLock.isError && <ErrorState error={setLock.error} />}
      <p className="quiet small">Khóa ngay: Ctrl+Shift+L, hoặc nút Khóa sổ ở cuối cửa sổ.</p>
      <h3>Mã khôi phục</h3>
      <div className="unlock-ways">
        <Button variant="default" onClick={() => setAct({ kind: 'show' })}>
          In lại mã khôi phục…
        </Button>
        <Button variant="default" onClick={() => setAct({ kind: 'renew' })}>
          Đổi mã khôi phục…
        </Button>
        <Button variant="default" onClick={() => setAct({ kind: 'decrypt' })}>
          Bỏ mật khẩu của sổ…
        </Button>
      </div>
      {act && <SecretDialog key={act.kind} act={act} onClose={() => setAct(null)} onCode={onCode} onPlain={onPlain} />}
    </div>
  );
}
