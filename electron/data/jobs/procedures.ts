import { os } from '../procedures.ts';
import type { Session } from '../session.ts';
import type { Work } from './jobs.ts';

/** Long work in the open office, for whoever is at work in it. Throws as `Jobs.run`, and `office_not_open`. */
export function runJob<T>({ jobs, office }: Session, work: Work<T>): Promise<T> {
  return jobs.run(office, work);
}

export const jobProcedures = os.jobs.router({
  // A locked office shows nothing of itself, and one that is being put back is never asked.
  list: os.jobs.list.handler(({ context: { session } }) =>
    session.hasOffice ? session.jobs.list(session.office) : [],
  ),
  cancel: os.jobs.cancel.handler(({ context: { session }, input }) => {
    session.jobs.cancel(session.office, input.id);
    return null;
  }),
});
