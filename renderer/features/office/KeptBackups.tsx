import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BackupEntry } from '../../../electron/contract/backups.ts';
import { api, refusalOf } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { useOtherDoors } from '../../app/use-office.ts';
import { formatInt, formatMoment } from '../../components/format.ts';
import { ErrorState } from '../../components/states.tsx';
import { BackupSecret } from '../backups/BackupSecret.tsx';
import { countWords, reasonWords } from '../backups/backup-words.ts';

/** Shown at first; older ones when they are asked for. */
const newest = 6;

const previewOf = (path: string, file: string) => api.opening.previewBackup.queryOptions({ input: { path, file } });

/** Every backup of an office that does not open, newest first, with what it holds; one of them takes the place of the damaged file. */
export function KeptBackups({ path, backups }: { path: string; backups: readonly BackupEntry[] }) {
  const [chosen, setChosen] = useState(backups[0]?.file ?? '');
  const [all, setAll] = useState(false);
  const { restore } = useOtherDoors();
  const queries = useQueryClient();
  const preview = useQuery(previewOf(path, chosen));
  const shown = all ? backups : backups.slice(0, newest);
  return (
    <section className="start-way" aria-label="Khôi phục từ bản sao lưu">
      <h3>Khôi phục từ bản sao lưu</h3>
      <fieldset className="start-backups">
        <legend className="quiet">{formatInt(backups.length)} bản, mới nhất trước</legend>
        {shown.map(({ file, at, reason }) => (
          <label key={file} className="start-backup">
            <input type="radio" name="kept-backup" checked={file === chosen} onChange={() => setChosen(file)} />
            <span>
              {formatMoment(at)} · {reasonWords[reason]}
              <Held path={path} file={file} />
            </span>
          </label>
        ))}
      </fieldset>
      {!all && backups.length > newest && (
        <button type="button" className="door" onClick={() => setAll(true)}>
          Xem thêm {formatInt(backups.length - newest)} bản cũ hơn
        </button>
      )}
      {refusalOf(preview.error) === 'backup_passphrase_needed' && (
        <BackupSecret
          key={chosen}
          label="Mật khẩu của bản sao lưu"
          unlock={(secret) => client.opening.unlockBackup({ path, file: chosen, secret })}
          // Others may be under the same one.
          onUnlocked={() => void queries.invalidateQueries({ queryKey: api.opening.previewBackup.key() })}
        />
      )}
      <Button
        type="button"
        loading={restore.isPending}
        disabled={!preview.data}
        onClick={() => restore.mutate({ path, file: chosen })}
      >
        Khôi phục bản này
      </Button>
      <p className="quiet">Tệp hỏng được giữ lại cạnh sổ, không bị xóa.</p>
      {restore.isError && <ErrorState error={restore.error} />}
    </section>
  );
}

/** What one backup holds, or why it cannot be had. */
function Held({ path, file }: { path: string; file: string }) {
  const { data, error } = useQuery(previewOf(path, file));
  if (refusalOf(error) === 'backup_passphrase_needed') return <span className="quiet">Có mật khẩu riêng</span>;
  if (error) return <span className="problem">Không dùng được: bản này cũng hỏng</span>;
  if (!data) return <span className="quiet">Đang đọc…</span>;
  return (
    <span className="quiet">
      {countWords.map(([key, label]) => `${label}: ${formatInt(data.counts[key])}`).join(' · ')}
      {data.last && `. Thay đổi cuối: ${data.last.action}, ${formatMoment(data.last.at)}`}
    </span>
  );
}
