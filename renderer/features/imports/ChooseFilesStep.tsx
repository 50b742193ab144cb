import { ActionIcon, Button } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ChosenFile } from '../../../electron/contract/shell.ts';
import { shell } from '../../app/shell.ts';
import { formatInt } from '../../components/format.ts';
import { Icon } from '../../components/icons.tsx';
import { ErrorState } from '../../components/states.tsx';
import { ImportRuns } from './ImportRuns.tsx';
import { LearntList } from './LearntList.tsx';

type Props = {
  files: readonly ChosenFile[];
  onFiles: (files: ChosenFile[]) => void;
  error: unknown;
  onRead: () => void;
};

/** The same file chosen again takes the place of the first; a browser gives every copy another path. */
const isSame = (one: ChosenFile, other: ChosenFile) =>
  shell.kind === 'browser' ? one.name === other.name : one.path === other.path;

/** Which workbooks; and the imports made so far, any of which can be taken back. */
export function ChooseFilesStep({ files, onFiles, error, onRead }: Props) {
  const [, navigate] = useLocation();
  const [chooseError, setChooseError] = useState<string | null>(null);
  const choose = async () => {
    try {
      setChooseError(null);
      const chosen = await shell.chooseWorkbooks();
      onFiles([...files.filter((old) => !chosen.some((file) => isSame(file, old))), ...chosen]);
    } catch (problem) {
      // The host says in Vietnamese why it refuses a file.
      setChooseError(problem instanceof Error ? problem.message : 'Không nhận được tệp.');
    }
  };
  return (
    <section className="import-body">
      <h2>Chọn bảng tính cần nhập</h2>
      <p className="quiet">
        Tệp .xlsx, .xls hoặc .csv: danh sách tổ chức đảng, danh sách đảng viên, phân công cán bộ, sổ theo dõi sinh hoạt.
        Chọn nhiều tệp cùng lúc được; sổ mới thì chọn cả danh sách tổ chức đảng. Tệp gốc không bị sửa.
      </p>
      <div className="import-buttons">
        <Button
          variant={files.length > 0 ? 'default' : 'filled'}
          data-autofocus={files.length === 0 || undefined}
          onClick={choose}
        >
          {files.length > 0 ? 'Thêm tệp…' : 'Chọn tệp…'}
        </Button>
        {files.length > 0 && (
          <Button data-autofocus onClick={onRead}>
            Đọc {formatInt(files.length)} tệp
          </Button>
        )}
        <Button variant="default" onClick={() => navigate('/imports/forms')}>
          Biểu thu thập…
        </Button>
        <Button variant="default" onClick={() => navigate('/imports/packages')}>
          Gói dữ liệu…
        </Button>
      </div>
      {chooseError && (
        <p className="problem" role="alert">
          <Icon name="error" /> {chooseError}
        </p>
      )}
      {error != null && <ErrorState error={error} />}
      {files.length > 0 && (
        <ul className="plain-list import-files">
          {files.map((file) => (
            <li key={file.path}>
              <Icon name="report" /> <span>{file.name}</span>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={`Bỏ ${file.name}`}
                onClick={() => onFiles(files.filter(({ path }) => path !== file.path))}
              >
                <Icon name="close" />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <ImportRuns />
      <LearntList />
    </section>
  );
}
