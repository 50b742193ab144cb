import './office.css';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isGivenUp } from '../../app/lock-gate.ts';
import { shell } from '../../app/shell.ts';
import { type Refusal, useOfficeDoors } from '../../app/use-office.ts';
import { ErrorState } from '../../components/states.tsx';
import { useFirstFocus } from '../../components/use-first-focus.ts';
import { askForHelp } from '../help/HelpDrawer.tsx';
import { CreateOfficeForm } from './CreateOfficeForm.tsx';
import { OtherWays } from './OtherWays.tsx';

/** No office is open: make one, or open one. */
export function StartScreen({ menuRefusal }: { menuRefusal: Refusal | null }) {
  const box = useFirstFocus<HTMLElement>();
  const [path, setPath] = useState('');
  const { open } = useOfficeDoors();
  const refused = open.error ? { path: open.variables ?? null, error: open.error } : menuRefusal;
  const choose = async () => {
    const chosen = shell.chooseOffice ? await shell.chooseOffice() : path.trim();
    if (chosen) open.mutate(chosen);
  };
  return (
    <main ref={box} className="start">
      <header>
        <h1>Sổ Chi bộ</h1>
        <p className="quiet">Theo dõi sinh hoạt chi bộ và việc dự sinh hoạt. Dữ liệu nằm trong một tệp trên máy này.</p>
        <button type="button" className="door" onClick={askForHelp}>
          Từ tệp Excel đến báo cáo đầu tiên: từng bước (F1)
        </button>
      </header>
      <div className="start-doors">
        <CreateOfficeForm />
        <section className="start-door">
          <h2>Mở sổ</h2>
          <form
            className="form"
            onSubmit={(event) => {
              event.preventDefault();
              void choose();
            }}
          >
            <p className="quiet">Mở tệp .sochibo đã có trên máy này.</p>
            {shell.chooseOffice === null && (
              <TextInput
                label="Đường dẫn tệp"
                placeholder="/thư-mục/so.sochibo"
                value={path}
                required
                onChange={(event) => setPath(event.currentTarget.value)}
              />
            )}
            <div>
              <Button type="submit" variant="default" loading={open.isPending}>
                Mở sổ
              </Button>
            </div>
          </form>
          {refused && <Refused key={refused.path} {...refused} />}
        </section>
      </div>
    </main>
  );
}

/** Why a file did not open, and what else can be done about it. One whose passphrase was not given is no news. */
function Refused({ path, error }: Refusal) {
  if (isGivenUp(error)) return null;
  return (
    <>
      <ErrorState error={error} />
      {path !== null && <OtherWays path={path} error={error} />}
    </>
  );
}
