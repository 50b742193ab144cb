import './updates.css';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ChosenFile } from '../../../electron/contract/shell.ts';
import { client } from '../../app/link.ts';
import { shell } from '../../app/shell.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { formatInt, formatMoment } from '../../components/format.ts';
import { Facts } from '../../components/Pane.tsx';
import { Note } from '../../components/states.tsx';

/** Trợ giúp → "Cập nhật từ tệp…": what the file brings, then a backup and the installer. Only in the desktop window. */
export function UpdateOnMenu() {
  const [file, setFile] = useState<ChosenFile | null>(null);
  useEffect(
    () =>
      shell.onMenu((command) => {
        if (command.name === 'update') void shell.chooseUpdate?.().then(setFile);
      }),
    [],
  );
  return file && <UpdateDialog file={file} onClose={() => setFile(null)} />;
}

function UpdateDialog({ file, onClose }: { file: ChosenFile; onClose: () => void }) {
  const look = useMutation({ mutationFn: () => client.updates.look(file) });
  const install = useMutation({
    mutationFn: async () => {
      const { update, backup } = await client.updates.prepare(file);
      return { backup, next: (await shell.installUpdate?.(update)) ?? '' };
    },
  });
  const { mutate } = look;
  useEffect(() => mutate(), [mutate]);
  const found = look.data;
  const done = install.data;
  return (
    <Dialog
      title="Cập nhật chương trình"
      opened
      onClose={() => !install.isPending && onClose()}
      action={done ? 'Đóng' : 'Sao lưu và cập nhật'}
      cancel={done ? 'Ẩn' : 'Hủy'}
      busy={look.isPending || install.isPending}
      disabled={!found && !done}
      error={look.error ?? install.error}
      onAction={() => (done ? onClose() : install.mutate())}
    >
      {found && !done && (
        <>
          <Facts
            facts={[
              ['Tệp', file.name],
              ['Phiên bản mới', found.version],
              ['Đang dùng', found.current],
              ['Phát hành', formatMoment(found.made_at)],
              ['Dung lượng', `${formatInt(Math.ceil(found.size / 1_000_000))} MB`],
            ]}
          />
          <Note tone="fine">Chữ ký của nơi phát hành đúng. Sổ đang mở được sao lưu trước khi cập nhật.</Note>
          <p className="update-notes">{found.notes}</p>
        </>
      )}
      {done && (
        <>
          {done.backup !== null && <p>Đã sao lưu sổ: {done.backup}.</p>}
          <p role="status">{done.next}</p>
        </>
      )}
    </Dialog>
  );
}
