import { Button, NativeSelect, PasswordInput, Progress } from '@mantine/core';
import { useState } from 'react';
import type { PackagePreview } from '../../../electron/contract/packages.ts';
import { formatInt, formatMoment } from '../../components/format.ts';
import { Note } from '../../components/states.tsx';
import { OwnJobProgress } from '../jobs/JobProgress.tsx';
import { contentsText, effectText } from './package-words.ts';
import type { useReceiving } from './use-receiving.ts';

type Props = { flow: ReturnType<typeof useReceiving> };

/** What was chosen: from whom, where it goes, what it would do; nothing is written until "Ghi vào sổ". */
export function ReceivePane({ flow }: Props) {
  const { state } = flow;
  const [passphrase, setPassphrase] = useState('');
  const [decided, setDecided] = useState<Readonly<Record<number, string | null>>>({});
  if (state.step === 'none') return null;
  if (state.step === 'working') {
    return (
      <section className="package-receive">
        <h2>{state.what}</h2>
        <Progress
          value={state.of > 0 ? (state.done / state.of) * 100 : 0}
          transitionDuration={0}
          aria-label="Tiến độ nhận gói"
        />
        <div>
          <Button variant="default" onClick={flow.cancel}>
            Dừng
          </Button>
        </div>
      </section>
    );
  }
  if (state.step === 'writing') {
    return (
      <section className="package-receive">
        <h2>Đang nhận gói dữ liệu</h2>
        <OwnJobProgress kind="receive" />
      </section>
    );
  }
  if (state.step === 'done') {
    return (
      <section className="package-receive">
        <Note tone="fine">
          <p>
            Đã nhận {formatInt(state.packages.length)} gói. Hoàn tác được ở Nhập dữ liệu, hoặc ở Lịch sử thay đổi với
            từng gói.
          </p>
        </Note>
        <div>
          <Button data-autofocus onClick={() => flow.close(null)}>
            Xong
          </Button>
        </div>
      </section>
    );
  }
  const { packages, plan } = state;
  const good = packages.filter(({ refused, unit }) => refused === null && unit !== null).length;
  const closed = packages.some(({ refused, head }) => refused !== null && head === null);
  const again = (choice: typeof decided) => {
    setDecided(choice);
    void flow.read(flow.files, passphrase, choice);
  };
  return (
    <section className="package-receive" aria-label="Gói chờ nhận">
      <h2>
        {formatInt(packages.length)} gói, {formatInt(good)} nhận được
      </h2>
      <ul className="plain-list package-previews">
        {packages.map((one, index) => (
          <li key={one.file}>
            <Preview shown={one} onUnit={(unit) => again({ ...decided, [index]: unit })} />
          </li>
        ))}
      </ul>
      {closed && (
        <div className="package-buttons">
          <PasswordInput
            label="Mật khẩu của gói"
            autoComplete="off"
            value={passphrase}
            onChange={({ currentTarget: { value } }) => setPassphrase(value)}
          />
          <Button variant="default" disabled={passphrase === ''} onClick={() => again(decided)}>
            Đọc lại
          </Button>
        </div>
      )}
      <div className="package-buttons">
        <Button data-autofocus disabled={good === 0} onClick={() => flow.write(plan)}>
          Ghi vào sổ
        </Button>
        <Button variant="default" onClick={() => flow.close(plan)}>
          Hủy
        </Button>
      </div>
    </section>
  );
}

function Preview({ shown, onUnit }: { shown: PackagePreview; onUnit: (unit: string | null) => void }) {
  const { head, unit, refused, choices, replaces, notes, file } = shown;
  return (
    <>
      <h3>{head ? `${head.sender_name} · ${head.period_label}` : file}</h3>
      {head && (
        <p className="quiet">
          Lập {formatMoment(head.made_at)} · {contentsText(head.contents)}
        </p>
      )}
      {head && <p className="package-code">{head.code.join(' ')}</p>}
      {refused !== null && (
        <Note tone="problem">
          <p>{refused}</p>
        </Note>
      )}
      {refused === null && (unit === null || unit.how === 'chosen') && (
        <NativeSelect
          label="Là tổ chức nào trong sổ"
          value={unit === null ? '' : (unit.id ?? 'new')}
          data={[
            { value: '', label: 'Chọn tổ chức…', disabled: true },
            ...choices.map(({ id, name }) => ({ value: id, label: name })),
            { value: 'new', label: 'Thêm mới, trực thuộc cơ quan này' },
          ]}
          onChange={({ currentTarget: { value } }) => onUnit(value === 'new' ? null : value)}
        />
      )}
      {refused === null && unit !== null && (
        <>
          <p>
            {unit.id === null ? 'Thêm mới' : 'Là'} {unit.name}, trực thuộc {unit.parent}
          </p>
          <p className="numbers">{effectText(shown)}</p>
          {replaces && <p className="quiet">Thay gói lập {formatMoment(replaces.made_at)}</p>}
          <Differences shown={shown} />
        </>
      )}
      {notes.map((note) => (
        <Note key={note} tone="caution">
          <p>{note}</p>
        </Note>
      ))}
    </>
  );
}

function Differences({ shown: { differences } }: { shown: PackagePreview }) {
  if (differences.length === 0) return null;
  return (
    <details>
      <summary>{formatInt(differences.length)} giá trị khác với sổ</summary>
      <ul className="plain-list">
        {differences.map(({ record, column, ours, theirs, taken }) => (
          <li key={`${record} ${column} ${ours} ${theirs}`}>
            {record}, {column}: sổ ghi {ours}, gói ghi {theirs} ({taken ? 'lấy theo gói' : 'giữ của sổ'})
          </li>
        ))}
      </ul>
    </details>
  );
}
