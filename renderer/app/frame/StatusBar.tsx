import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Job } from '../../../electron/contract/jobs.ts';
import type { OfficeInfo } from '../../../electron/contract/office.ts';
import { formatInt, formatMoment } from '../../components/format.ts';
import { JobsStatus } from '../../features/jobs/JobsStatus.tsx';
import { WorkerStatus } from '../../features/people/WorkerStatus.tsx';
import { api } from '../data.ts';
import { usePeriod } from '../period-state.tsx';

type Props = {
  office: OfficeInfo;
  onLock: (() => void) | null;
  /** Long work that runs or waits. */
  going: readonly Job[];
  onJobs: () => void;
};

/** The office, when it was last written and backed up, the work that runs, and what is in it as of the period. */
export function StatusBar({ office, onLock, going, onJobs }: Props) {
  const { asOf, label } = usePeriod();
  const current = useQuery(
    api.office.current.queryOptions({ input: { as_of: asOf }, placeholderData: keepPreviousData }),
  );
  const history = useQuery(api.office.history.queryOptions({ input: { limit: 1 } }));
  const backups = useQuery(api.backups.list.queryOptions());
  const access = useQuery(api.access.state.queryOptions());
  const backup = backups.data?.backups[0]?.at;
  const counts = current.data?.counts ?? office.counts;
  const saved = history.data?.[0]?.at;
  const held =
    `${label}: ${formatInt(counts.grassroots)} TCCSĐ · ${formatInt(counts.cells)} chi bộ · ` +
    `${formatInt(counts.members)} đảng viên · ${formatInt(counts.officials)} cán bộ dự SH; ` +
    `cả sổ: ${formatInt(counts.meetings)} buổi sinh hoạt`;
  return (
    <footer className="frame-status">
      <strong title={office.path}>{office.name}</strong>
      {office.view && (
        <span className="problem" title={office.view.words}>
          Chỉ xem, đến {formatMoment(office.view.as_of)}
        </span>
      )}
      {saved && <span>đã lưu {formatMoment(saved)}</span>}
      {backups.data?.failed != null ? (
        <Link href="/settings/backups" className="problem">
          chưa tự sao lưu được
        </Link>
      ) : (
        backup && <Link href="/settings/backups">sao lưu {formatMoment(backup)}</Link>
      )}
      {backups.data && backups.data.lost.length > 0 && (
        <Link href="/settings/backups" className="problem" title={backups.data.lost[0]}>
          nhật ký thiếu thay đổi
        </Link>
      )}
      <JobsStatus going={going} onOpen={onJobs} />
      <WorkerStatus />
      {access.data?.encrypted && access.data.opened_by === null && (
        <Link href="/settings/security" className="problem">
          mở bằng mã khôi phục: đặt mật khẩu mới
        </Link>
      )}
      {onLock && (
        <button type="button" className="door" title="Ctrl+Shift+L" onClick={onLock}>
          Khóa sổ
        </button>
      )}
      <span className="frame-status-counts" title={held}>
        {held}
      </span>
    </footer>
  );
}
