import './office.css';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { shell } from '../../app/shell.ts';
import { useOfficeDoors } from '../../app/use-office.ts';
import { ErrorState } from '../../components/states.tsx';
import { useFirstFocus } from '../../components/use-first-focus.ts';
import { askForHelp } from '../help/HelpDrawer.tsx';
import { CreateOfficeForm } from './CreateOfficeForm.tsx';
import { OtherWays } from './OtherWays.tsx';

/** No office is open: make one, or open one. */
export function StartScreen({ menuError }: { menuError: unknown }) {
  const box = useFirstFocus<HTMLElement>();
  const [path, setPath] = useState('');
  const { open } = useOfficeDoors();
  const error = open.error ?? menuError;
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
            {error != null && <ErrorState error={error} />}
            {open.variables !== undefined && (
              <OtherWays key={open.variables} path={open.variables} error={open.error} />
            )}
            <div>
              <Button type="submit" variant="default" loading={open.isPending}>
                Mở sổ
              </Button>
            </div>
          </form>
        </section>
      </div>
    </main>
  );
}
