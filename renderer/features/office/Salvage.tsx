import { Button } from '@mantine/core';
import { useOtherDoors } from '../../app/use-office.ts';
import { formatInt } from '../../components/format.ts';
import { ErrorState } from '../../components/states.tsx';

/** What still reads of a damaged file, read into a new one at `to`, with what was lost in words. */
export function Salvage({ path, to }: { path: string; to: string }) {
  const { salvage, open } = useOtherDoors();
  if (!salvage.data) {
    return (
      <div className="start-way">
        <Button
          type="button"
          variant="default"
          loading={salvage.isPending}
          onClick={() => salvage.mutate({ path, to })}
        >
          Cứu những gì còn đọc được
        </Button>
        <p className="quiet">Ghi sang sổ mới {to}, cùng mật khẩu nếu có; tệp hỏng giữ nguyên.</p>
        {salvage.isError && <ErrorState error={salvage.error} />}
      </div>
    );
  }
  const { report, report_path } = salvage.data;
  return (
    <div className="start-way">
      <h3>Đã cứu sang sổ mới</h3>
      {report.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <ul className="start-report">
        {report.tables
          .filter((table) => table.lost + table.from_log + table.left_out > 0 || !table.exact)
          .map((table) => (
            <li key={table.name}>
              {table.name}: đọc được {formatInt(table.read)}, lấy lại từ nhật ký {formatInt(table.from_log)}, mất{' '}
              {table.exact ? '' : 'ít nhất '}
              {formatInt(table.lost)}
            </li>
          ))}
      </ul>
      <p className="quiet">Báo cáo đầy đủ: {report_path}</p>
      <Button type="button" loading={open.isPending} onClick={() => open.mutate(to)}>
        Mở sổ mới
      </Button>
      {open.isError && <ErrorState error={open.error} />}
    </div>
  );
}
