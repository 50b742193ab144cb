import { useQuery } from '@tanstack/react-query';
import { roleWords } from '../../../electron/contract/roles.ts';
import { api, useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';

/** Who works, and whether identity numbers are covered: in the foot of the window. */
export function WorkerStatus() {
  const { data: worker } = useQuery(api.people.who.queryOptions());
  const show = useChange((shown: boolean) => client.people.showNumbers({ shown }));
  if (!worker) return null;
  return (
    <>
      {worker.user && (
        <span>
          {worker.user.name} ({roleWords[worker.user.role]}
          {worker.user.scope && `, ${worker.user.scope}`})
        </span>
      )}
      {worker.role !== 'view' && (
        <button
          type="button"
          className="door small"
          title="Lần hiện số định danh được ghi vào nhật ký xuất"
          onClick={() => show.mutate(worker.numbers_masked)}
        >
          {worker.numbers_masked ? 'Hiện số định danh' : 'Che số định danh'}
        </button>
      )}
    </>
  );
}
