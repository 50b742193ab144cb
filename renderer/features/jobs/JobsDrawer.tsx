import './jobs.css';
import { Drawer } from '@mantine/core';
import { Link } from 'wouter';
import type { Job } from '../../../electron/contract/jobs.ts';
import { FileDoors } from '../../app/frame/FileDoors.tsx';
import { writeKept } from '../../app/kept.ts';
import { formatMoment } from '../../components/format.ts';
import { EmptyState, Note } from '../../components/states.tsx';
import { openedRunKey } from '../imports/ImportRuns.tsx';
import { JobProgress } from './JobProgress.tsx';
import { homeOf, isGoing, stateWords } from './job-words.ts';
import { useJobs } from './use-jobs.ts';

/** Ctrl+J: what runs and waits, what is over and what came of it, and where that of earlier days is found. */
export function JobsDrawer({ onClose }: { onClose: () => void }) {
  const jobs = useJobs();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={520}
      title="Việc đang chạy và vừa xong"
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Đóng' }}
      classNames={{ content: 'drawer', body: 'drawer-body' }}
    >
      {jobs.length === 0 ? (
        <EmptyState title="Chưa có việc nào">
          <p>Việc lâu như nhập dữ liệu, lập hồ sơ cả kỳ, lập và nhận gói dữ liệu, sao lưu hiện ở đây từ khi mở sổ.</p>
        </EmptyState>
      ) : (
        <ul className="plain-list jobs" aria-label="Các việc">
          {jobs.map((job) => (
            <li key={job.id}>
              <JobLine job={job} onLeave={onClose} />
            </li>
          ))}
        </ul>
      )}
      <p className="jobs-earlier quiet small">
        Những lần trước:{' '}
        <Link href="/imports" onClick={onClose}>
          các lần đã nhập
        </Link>
        ,{' '}
        <Link href="/settings/leaving" onClick={onClose}>
          nhật ký xuất
        </Link>
        ,{' '}
        <Link href="/settings/backups" onClick={onClose}>
          bản sao lưu
        </Link>
        .
      </p>
    </Drawer>
  );
}

function JobLine({ job, onLeave }: { job: Job; onLeave: () => void }) {
  const { kind, title, state, started_at, ended_at, result, error } = job;
  return (
    <>
      <h3>{title}</h3>
      <p className="quiet small">
        {stateWords[state]} · {formatMoment(ended_at ?? started_at)}
      </p>
      {isGoing(job) && <JobProgress job={job} />}
      {result && <p>{result.message}</p>}
      {state === 'failed' && <Note tone="problem">{error}</Note>}
      {state === 'cancelled' && <p>{error}</p>}
      {result && result.notes.length > 0 && (
        <ul className="jobs-notes small">
          {result.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <div className="jobs-doors">
        {result?.file && <FileDoors file={result.file} />}
        {result?.import_id != null && (
          <Link
            href={homeOf.import}
            onClick={() => {
              writeKept(openedRunKey, result.import_id);
              onLeave();
            }}
          >
            Xem kết quả nhập
          </Link>
        )}
        {kind !== 'import' && !isGoing(job) && (
          <Link href={homeOf[kind]} onClick={onLeave}>
            Mở màn hình
          </Link>
        )}
      </div>
    </>
  );
}
