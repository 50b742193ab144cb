import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, refusalOf } from '../../app/data.ts';
import { useOtherDoors } from '../../app/use-office.ts';
import { formatInt, formatMoment } from '../../components/format.ts';
import { ErrorState, Note } from '../../components/states.tsx';
import { countWords, reasonWords } from '../backups/backup-words.ts';

/** What can be done about an office file that was refused; nothing where there is no other way. */
export function OtherWays({ path, error }: { path: string; error: unknown }) {
  switch (refusalOf(error)) {
    case 'office_damaged':
    case 'office_not_an_office':
      return <Rescue path={path} canSalvage={refusalOf(error) === 'office_damaged'} />;
    case 'office_locked':
    case 'office_read_only':
      return <Look path={path} />;
    case 'office_place':
      return <WorkHere path={path} />;
    default:
      return null;
  }
}

/** A damaged file: its newest backup with what it holds, or what still reads of it. */
function Rescue({ path, canSalvage }: { path: string; canSalvage: boolean }) {
  const { restore, salvage, open } = useOtherDoors();
  const found = useQuery(api.opening.look.queryOptions({ input: { path } }));
  const newest = found.data?.backups[0];
  const preview = useQuery({
    ...api.opening.previewBackup.queryOptions({ input: { path, file: newest?.file ?? '' } }),
    enabled: newest !== undefined,
  });
  if (!found.data) return null;
  const to = found.data.salvage_to;
  return (
    <>
      {newest && (
        <div className="start-way">
          <h3>Bản sao lưu gần nhất</h3>
          <p>
            {formatMoment(newest.at)} · {reasonWords[newest.reason]}
          </p>
          {preview.data && (
            <p className="quiet">
              {countWords.map(([key, label]) => `${label}: ${formatInt(preview.data.counts[key])}`).join(' · ')}
              {preview.data.last &&
                `. Thay đổi cuối: ${preview.data.last.action}, ${formatMoment(preview.data.last.at)}`}
            </p>
          )}
          {preview.isError && <ErrorState error={preview.error} />}
          <Button
            type="button"
            loading={restore.isPending}
            disabled={!preview.data}
            onClick={() => restore.mutate({ path, file: newest.file })}
          >
            Khôi phục bản này
          </Button>
          <p className="quiet">Tệp hỏng được giữ lại cạnh sổ, không bị xóa.</p>
        </div>
      )}
      {canSalvage && !salvage.data && (
        <div className="start-way">
          <Button
            type="button"
            variant="default"
            loading={salvage.isPending}
            onClick={() => salvage.mutate({ path, to })}
          >
            Cứu những gì còn đọc được
          </Button>
          <p className="quiet">Ghi sang sổ mới {to}; tệp hỏng giữ nguyên.</p>
        </div>
      )}
      {salvage.data && (
        <div className="start-way">
          <h3>Đã cứu sang sổ mới</h3>
          {salvage.data.report.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
          <ul className="start-report">
            {salvage.data.report.tables
              .filter((table) => table.lost + table.from_log + table.left_out > 0 || !table.exact)
              .map((table) => (
                <li key={table.name}>
                  {table.name}: đọc được {formatInt(table.read)}, lấy lại từ nhật ký {formatInt(table.from_log)}, mất{' '}
                  {table.exact ? '' : 'ít nhất '}
                  {formatInt(table.lost)}
                </li>
              ))}
          </ul>
          <p className="quiet">Báo cáo đầy đủ: {salvage.data.report_path}</p>
          <Button type="button" loading={open.isPending} onClick={() => open.mutate(to)}>
            Mở sổ mới
          </Button>
        </div>
      )}
      {(restore.error ?? salvage.error ?? open.error) != null && (
        <ErrorState error={restore.error ?? salvage.error ?? open.error} />
      )}
    </>
  );
}

/** Somebody else has it open, or it may only be read. */
function Look({ path }: { path: string }) {
  const { view } = useOtherDoors();
  return (
    <div className="start-way">
      <Button type="button" variant="default" loading={view.isPending} onClick={() => view.mutate(path)}>
        Mở để xem
      </Button>
      <p className="quiet">Xem được mọi mục của bản chép tại lúc này; không sửa được.</p>
      {view.isError && <ErrorState error={view.error} />}
    </div>
  );
}

/** A share, a synchronised folder, a stick: a copy here is better, going on there is made safe. */
function WorkHere({ path }: { path: string }) {
  const { copyHere, open, view } = useOtherDoors();
  const found = useQuery(api.opening.look.queryOptions({ input: { path } }));
  if (!found.data) return null;
  const { copy_to: to, place } = found.data;
  const error = copyHere.error ?? open.error ?? view.error;
  return (
    <div className="start-way">
      <Button type="button" loading={copyHere.isPending} onClick={() => copyHere.mutate({ path, to })}>
        Chép về máy này và làm việc tại chỗ
      </Button>
      <p className="quiet">Chép sang {to}; tệp ở chỗ cũ giữ nguyên.</p>
      {place?.kind === 'read_only' ? (
        <Button type="button" variant="default" loading={view.isPending} onClick={() => view.mutate(path)}>
          Mở để xem
        </Button>
      ) : (
        <Button type="button" variant="default" loading={open.isPending} onClick={() => open.mutate(path)}>
          Vẫn làm việc ở đó
        </Button>
      )}
      {error != null && <ErrorState error={error} />}
      {place?.kind === 'network' && <Note tone="caution">Làm việc ở đó chậm hơn: mỗi lần ghi chờ ổ mạng nhận đủ.</Note>}
    </div>
  );
}
