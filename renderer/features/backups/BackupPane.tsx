import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BackupEntry, BackupPreview } from '../../../electron/contract/backups.ts';
import { api, refusalOf, useChange } from '../../app/data.ts';
import { useHandOver } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { shell } from '../../app/shell.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { formatInt, formatMoment } from '../../components/format.ts';
import { Facts, Pane, PanePart } from '../../components/Pane.tsx';
import { ErrorState, Waiting } from '../../components/states.tsx';
import { BackupSecret } from './BackupSecret.tsx';
import { countWords, reasonWords, sizeWords } from './backup-words.ts';

/** What a backup holds beside what the office holds now, what restoring it would take back, and the restore itself. */
export function BackupPane({ backup, onClose }: { backup: BackupEntry; onClose: () => void }) {
  const { file, at, reason, size } = backup;
  const hand = useHandOver();
  const queries = useQueryClient();
  const preview = useQuery(api.backups.preview.queryOptions({ input: { file } }));
  const [ownSecret, setOwnSecret] = useState(false);
  const isLocked = refusalOf(preview.error) === 'backup_passphrase_needed';
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<{ undo: string | null; access: Access } | null>(null);
  const restore = useChange((from: string) => client.backups.restore({ file: from }));
  const copyOut = async () => {
    const copied = await client.backups.copy({ file });
    if (copied.slots) await shell.deliver(copied.slots);
    return copied;
  };
  const putBack = (from: string) =>
    restore.mutate(from, {
      onSuccess: async ({ undo, access }) => {
        setAsking(false);
        setDone({ undo: from === file ? undo : null, access });
        await queries.invalidateQueries();
      },
    });
  return (
    <Pane
      title={`Bản sao lưu ${formatMoment(at)}`}
      under={`${reasonWords[reason]}, ${sizeWords(size)}`}
      onClose={onClose}
    >
      <div className="backups-acts">
        <Button disabled={!preview.data} onClick={() => setAsking(true)}>
          Khôi phục bản này…
        </Button>
        <Button variant="default" onClick={() => void hand(copyOut)}>
          Chép ra nơi khác…
        </Button>
      </div>
      {done && <Restored {...done} onUndo={putBack} />}
      {isLocked && (
        <BackupSecret
          label="Mật khẩu của bản sao lưu"
          unlock={(secret) => client.backups.unlock({ file, secret })}
          onUnlocked={() => {
            setOwnSecret(true);
            void preview.refetch();
          }}
        />
      )}
      {preview.isError && !isLocked && <ErrorState error={preview.error} />}
      {preview.isPending && <Waiting />}
      {preview.data && <Content preview={preview.data} />}
      <Dialog
        title="Khôi phục bản sao lưu"
        opened={asking}
        // Until it is back, nothing else is to be done in the office.
        onClose={() => !restore.isPending && setAsking(false)}
        action="Khôi phục"
        destructive
        busy={restore.isPending}
        error={restore.error}
        onAction={() => putBack(file)}
      >
        <p>
          Sổ trở về lúc {formatMoment(at)}. Sổ hiện nay được sao lưu trước, nên việc khôi phục hoàn tác được.
          {preview.data && preview.data.lost.length > 0 && (
            <> {formatInt(preview.data.lost.length)} lần ghi sau đó sẽ không còn trong sổ.</>
          )}
          {ownSecret && <> Sau đó sổ mở bằng mật khẩu và mã khôi phục của bản này.</>}
        </p>
      </Dialog>
    </Pane>
  );
}

type Access = Awaited<ReturnType<typeof client.backups.restore>>['access'];

/** With what the office opens now, where that has changed. */
function accessWords(access: Access, isUndone: boolean): string {
  if (access === 'kept') return '';
  if (access === 'none') return 'Sổ nay không có mật khẩu.';
  return isUndone
    ? 'Sổ lại mở bằng mật khẩu và mã khôi phục như trước khi khôi phục.'
    : 'Sổ nay mở bằng mật khẩu và mã khôi phục của bản sao lưu này.';
}

/** What the restore came to, with which passphrase the office opens now, and the way back. */
function Restored({ undo, access, onUndo }: { undo: string | null; access: Access; onUndo: (file: string) => void }) {
  return (
    <p role="status" className="backups-restored">
      {undo === null ? 'Đã hoàn tác khôi phục.' : 'Đã khôi phục.'} {accessWords(access, undo === null)}{' '}
      {undo !== null && (
        <button type="button" className="door" onClick={() => onUndo(undo)}>
          Hoàn tác khôi phục
        </button>
      )}
    </p>
  );
}

function Content({ preview }: { preview: BackupPreview }) {
  const { office, last, counts, now, lost } = preview;
  return (
    <>
      <Facts
        facts={[
          ['Sổ', office],
          ['Lần ghi cuối', last && `${formatMoment(last.at)} · ${last.action}`],
        ]}
      />
      <PanePart title="Trong bản này, so với sổ hiện nay">
        <table className="backups-counts">
          <thead>
            <tr>
              <th scope="col">Đã từng ghi</th>
              <th scope="col">Bản này</th>
              <th scope="col">Hiện nay</th>
            </tr>
          </thead>
          <tbody>
            {countWords.map(([key, label]) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td>{formatInt(counts[key])}</td>
                <td>{formatInt(now[key])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </PanePart>
      <PanePart title="Khôi phục sẽ bỏ các lần ghi sau">
        {lost.length === 0 ? (
          <p className="quiet">Không có: sổ chưa thay đổi từ khi sao lưu.</p>
        ) : (
          <ul className="plain-list small">
            {lost.map(({ transaction, at, action, detail }) => (
              <li key={transaction}>
                <span className="quiet">{formatMoment(at)}</span> {action}: {detail}
              </li>
            ))}
          </ul>
        )}
      </PanePart>
    </>
  );
}
