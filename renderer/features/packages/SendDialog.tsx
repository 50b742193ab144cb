import { Checkbox, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import type { PackageContent } from '../../../electron/contract/packages.ts';
import { useHandOver } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { longWork } from '../../app/long-work.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { formatInt } from '../../components/format.ts';
import { Note } from '../../components/states.tsx';
import { useIsHere } from '../../components/use-is-here.ts';
import { OwnJobProgress } from '../jobs/JobProgress.tsx';
import { contentWords } from './package-words.ts';

type Props = { opened: boolean; onClose: () => void };

const making = longWork(client.packages.make);
const choices = ['meetings', 'visits', 'petitions', 'members'] as const;

/** What goes to the superior for the period; then the file, and the code to read out over the telephone. */
export function SendDialog({ opened, onClose }: Props) {
  const { period, label } = usePeriod();
  const handOver = useHandOver();
  const here = useIsHere();
  const state = making.use();
  const [contents, setContents] = useState<readonly PackageContent[]>(['meetings', 'visits', 'petitions']);
  const [personal, setPersonal] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const make = async () => {
    const secret = passphrase === '' ? {} : { passphrase };
    const ended = await making.start({ period, contents: [...contents], personal, ...secret });
    if (ended.step === 'done' && here.current) await handOver(() => Promise.resolve(ended.made));
  };
  // What is being made goes on; opened again, the dialog shows it.
  const close = () => {
    if (state.step !== 'working') making.reset();
    setPassphrase('');
    onClose();
  };
  const data = state.step === 'done' ? state.made : null;
  const tooShort = passphrase !== '' && passphrase.length < 8;
  return (
    <Dialog
      title={`Gửi lên cấp trên: ${label}`}
      opened={opened}
      onClose={close}
      action={data ? 'Lập gói khác' : 'Lập gói'}
      cancel={data || state.step === 'working' ? 'Đóng' : 'Hủy'}
      busy={state.step === 'working'}
      disabled={tooShort}
      error={state.step === 'failed' ? state.error : null}
      onAction={() => (data ? making.reset() : void make())}
    >
      {data ? (
        <>
          <Note tone="fine">
            <p>
              Đã ghi và đọc lại {data.file.name}. Đọc mã đối chiếu này cho nơi nhận qua điện thoại, hai bên phải giống
              nhau.
            </p>
          </Note>
          <p className="package-code">{data.head.code.join(' ')}</p>
          <ul className="plain-list package-parts">
            {data.head.parts
              .filter(({ rows }) => rows > 0)
              .map(({ table, title, rows }) => (
                <li key={table}>
                  {title}: <span className="numbers">{formatInt(rows)}</span>
                </li>
              ))}
          </ul>
        </>
      ) : (
        <>
          <p className="quiet">Tổ chức đảng luôn có trong gói. Chọn thêm nội dung:</p>
          {choices.map((content) => (
            <Checkbox
              key={content}
              label={contentWords[content]}
              checked={contents.includes(content)}
              onChange={({ currentTarget: { checked } }) =>
                setContents(checked ? [...contents, content] : contents.filter((one) => one !== content))
              }
            />
          ))}
          <Checkbox
            label="Kèm thông tin cá nhân: số định danh, số thẻ, quê quán, điện thoại, lý lịch"
            checked={personal}
            onChange={({ currentTarget: { checked } }) => setPersonal(checked)}
          />
          <PasswordInput
            label="Mật khẩu của gói (không bắt buộc)"
            autoComplete="new-password"
            value={passphrase}
            error={tooShort ? 'Ít nhất 8 ký tự.' : null}
            onChange={({ currentTarget: { value } }) => setPassphrase(value)}
          />
          {state.step === 'working' && <OwnJobProgress kind="package" />}
        </>
      )}
    </Dialog>
  );
}
