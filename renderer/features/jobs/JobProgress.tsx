import './jobs.css';
import { Button, Progress } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Job, JobKind } from '../../../electron/contract/jobs.ts';
import { client } from '../../app/link.ts';
import { ErrorState, Waiting } from '../../components/states.tsx';
import { percentOf } from './job-words.ts';
import { useGoing } from './use-jobs.ts';

/** How far work is that this screen has asked for, once it takes longer than a moment, and the way to stop it. */
export function OwnJobProgress({ kind }: { kind: JobKind }) {
  const job = useGoing(kind);
  return (
    <Waiting words={job?.step ?? 'Đang làm…'} inPlace>
      {job ? (
        <div className="job-progress">
          <JobProgress job={job} />
          <p className="quiet small">Có thể sang màn hình khác trong khi chờ; thanh trạng thái cho biết đã đến đâu.</p>
        </div>
      ) : null}
    </Waiting>
  );
}

/** The step, the bar and the percentage, and the way to stop. */
export function JobProgress({ job }: { job: Job }) {
  const stop = useMutation({ mutationFn: () => client.jobs.cancel({ id: job.id }) });
  const percent = percentOf(job);
  return (
    <div className="job-progress">
      <div className="job-step">
        <span title={job.step}>{job.step}</span>
        <span className="numbers">{percent !== null && `${percent} %`}</span>
      </div>
      <Progress value={percent ?? 0} transitionDuration={0} aria-label={`Tiến độ: ${job.title}`} />
      {stop.isError && <ErrorState error={stop.error} />}
      {job.stoppable && (
        <div>
          <Button variant="default" disabled={stop.isPending || stop.isSuccess} onClick={() => stop.mutate()}>
            Dừng
          </Button>
        </div>
      )}
    </div>
  );
}
