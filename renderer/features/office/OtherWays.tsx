import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, refusalOf } from '../../app/data.ts';
import { useOtherDoors } from '../../app/use-office.ts';
import { ErrorState, Note } from '../../components/states.tsx';
import { KeptBackups } from './KeptBackups.tsx';
import { Salvage } from './Salvage.tsx';

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

/** A damaged file: a backup in its place, or what still reads of it. */
function Rescue({ path, canSalvage }: { path: string; canSalvage: boolean }) {
  const found = useQuery(api.opening.look.queryOptions({ input: { path } }));
  if (found.isError) return <ErrorState error={found.error} />;
  if (!found.data) return null;
  const { backups, salvage_to } = found.data;
  return (
    <>
      {backups.length > 0 ? (
        <KeptBackups path={path} backups={backups} />
      ) : (
        <p className="quiet">Cạnh sổ không có bản sao lưu nào. Nếu có bản ở nơi khác, mở bản đó.</p>
      )}
      {canSalvage && <Salvage path={path} to={salvage_to} />}
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
