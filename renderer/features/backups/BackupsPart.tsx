import './backups.css';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { BackupEntry } from '../../../electron/contract/backups.ts';
import { api } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { longWork } from '../../app/long-work.ts';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { focusList } from '../../components/focus-list.ts';
import { formatInt, formatMoment } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { EmptyState, ErrorState, Waiting } from '../../components/states.tsx';
import { BackupPane } from './BackupPane.tsx';
import { reasonWords, sizeWords } from './backup-words.ts';

const making = longWork(() => client.backups.make());

const columns: readonly Column<BackupEntry>[] = [
  { key: 'at', heading: 'Lúc', width: 160, text: ({ at }) => formatMoment(at), date: ({ at }) => at },
  { key: 'reason', heading: 'Lý do', width: 260, grow: true, text: ({ reason }) => reasonWords[reason] },
  { key: 'size', heading: 'Dung lượng', width: 120, align: 'right', text: ({ size }) => sizeWords(size) },
];

/** The backups of the office: when and why each was made; beside the list, what it holds and the way back to it. */
export function BackupsPart() {
  const listed = useQuery(api.backups.list.queryOptions());
  const made = making.use();
  const [open, setOpen] = useState<string | null>(null);
  const byFile = useMemo(() => new Map((listed.data?.backups ?? []).map((one) => [one.file, one])), [listed.data]);
  const ids = useMemo(() => [...byFile.keys()], [byFile]);
  const rowOf = useCallback((file: string) => byFile.get(file), [byFile]);
  if (listed.isError) return <ErrorState error={listed.error} />;
  if (!listed.data) return <Waiting />;
  const backup = byFile.get(open ?? '');
  return (
    <ListScreen
      tools={
        <>
          <Button loading={made.step === 'working'} onClick={() => void making.start(undefined)}>
            Sao lưu ngay
          </Button>
          <span className="quiet backups-folder" title={listed.data.folder}>
            Lưu tại: {listed.data.folder}
          </span>
        </>
      }
      foot={
        <>
          <span>{formatInt(ids.length)} bản sao lưu, mỗi bản đã được mở lại và kiểm tra</span>
          <Hint words="Enter: xem bản sao lưu, khôi phục" />
        </>
      }
      pane={
        backup && (
          <BackupPane
            key={backup.file}
            backup={backup}
            onClose={() => {
              setOpen(null);
              focusList();
            }}
          />
        )
      }
    >
      {made.step === 'failed' && <ErrorState error={made.error} />}
      {listed.data.failed !== null && (
        <p role="alert" className="problem backups-failed">
          Lần tự sao lưu gần nhất không được: {listed.data.failed}
        </p>
      )}
      {listed.data.lost.length > 0 && (
        <div role="alert" className="problem backups-failed">
          <p>
            Bản sao lưu có thay đổi mà nhật ký của sổ không có. Nếu không ai vừa chép sổ cũ đè lên, hãy mở bản sao lưu
            đó xem trước khi khôi phục và báo người phụ trách.
          </p>
          <ul>
            {listed.data.lost.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      <DataTable
        label="Bản sao lưu"
        keep="settings:backups"
        columns={columns}
        ids={ids}
        rowOf={rowOf}
        onOpen={setOpen}
        onCurrent={(file) => open !== null && setOpen(file)}
        autoFocus
        empty={
          <EmptyState title="Chưa có bản sao lưu nào">
            Chương trình tự sao lưu hằng ngày, khi đóng sổ và trước mỗi lần nhập dữ liệu.
          </EmptyState>
        }
      />
    </ListScreen>
  );
}
