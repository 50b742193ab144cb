import { Button } from '@mantine/core';
import { useState } from 'react';
import type { FolderMade } from '../../../electron/contract/folders.ts';
import { useHandOver } from '../../app/frame/Notices.tsx';
import { shell } from '../../app/shell.ts';
import { formatInt } from '../../components/format.ts';
import { Note } from '../../components/states.tsx';

/** What came out, what could not be made and why, and the two ways to take it along. */
export function FolderResult({ made, onAgain }: { made: FolderMade; onAgain: () => void }) {
  const handOver = useHandOver();
  const [savedAsFolder, setSavedAsFolder] = useState(false);
  const bytes = made.files.reduce((sum, { size }) => sum + size, 0);
  const { deliverFolder } = shell;
  return (
    <section className="period-folder-body">
      <h2 tabIndex={-1}>Đã lập hồ sơ</h2>
      <Note tone="fine">
        {formatInt(made.files.length)} tệp, {formatInt(Math.ceil(bytes / 1024))} KB.
        {savedAsFolder && ' Đã lưu thành thư mục.'}
      </Note>
      {made.failed.length > 0 && (
        <div role="alert">
          <p className="problem">{formatInt(made.failed.length)} văn bản không lập được:</p>
          <ul className="plain-list period-folder-failed">
            {made.failed.map(({ name, reason }) => (
              <li key={name}>
                <strong>{name}</strong>: {reason}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="period-folder-buttons">
        <Button data-autofocus onClick={() => void handOver(() => Promise.resolve({ file: made.zip }))}>
          Lưu tệp .zip…
        </Button>
        {deliverFolder && (
          <Button
            variant="default"
            onClick={() => void deliverFolder(made.folder).then((saved) => saved && setSavedAsFolder(true))}
          >
            Lưu thành thư mục…
          </Button>
        )}
        <Button variant="default" onClick={onAgain}>
          Lập hồ sơ khác
        </Button>
      </div>
      <ul className="plain-list period-folder-files" aria-label="Các tệp trong hồ sơ">
        {made.files.map(({ path, size }) => (
          <li key={path}>
            <span title={path}>{path.replaceAll('/', ' › ')}</span>
            <span className="numbers">{formatInt(Math.ceil(size / 1024))} KB</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
