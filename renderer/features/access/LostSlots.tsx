import { Button } from '@mantine/core';
import { useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { formatMoment } from '../../components/format.ts';
import { ErrorState, Note } from '../../components/states.tsx';

/** The file of the slots is gone, damaged or was changed: taken from a backup (`from`: when it was made), or made anew. */
export function LostSlots({ from, onReplace }: { from: string | null; onReplace: () => void }) {
  const take = useChange(() => client.access.takeSlots());
  return (
    <Note tone="problem">
      Tệp khóa cạnh sổ đã mất, hỏng hoặc bị sửa: mật khẩu không mở được sổ nữa.{' '}
      {from === null
        ? 'Đặt lại mật khẩu ngay, bằng mã khôi phục.'
        : 'Lấy lại tệp khóa từ bản sao lưu, mật khẩu cũ dùng tiếp được.'}
      <div className="unlock-ways">
        {from !== null && (
          <Button loading={take.isPending} onClick={() => take.mutate(undefined)}>
            Lấy tệp khóa từ bản sao lưu {formatMoment(from)}
          </Button>
        )}
        <Button variant="default" onClick={onReplace}>
          Đặt lại mật khẩu…
        </Button>
      </div>
      {take.isError && <ErrorState error={take.error} />}
    </Note>
  );
}
