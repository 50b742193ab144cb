import { PasswordInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { roleWords } from '../../../electron/contract/roles.ts';
import { api, useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { Dialog } from '../../components/Dialog.tsx';

/** Who works, and whether identity numbers are covered: in the foot of the window. */
export function WorkerStatus() {
  const { data: worker } = useQuery(api.people.who.queryOptions());
  const show = useChange((asked: { shown: boolean; secret?: string }) => client.people.showNumbers(asked));
  const [secret, setSecret] = useState<string | null>(null);
  useCoverAgain(worker?.numbers_shown_until ?? null);
  if (!worker) return null;
  const close = () => {
    setSecret(null);
    show.reset();
  };
  return (
    <>
      {worker.user && (
        <span>
          {worker.user.name} ({roleWords[worker.user.role]})
          {worker.user.scope !== null && ` · phạm vi ${worker.user.scope}`}
        </span>
      )}
      {worker.role !== 'view' && worker.office_covers && (
        <button
          type="button"
          className="door small"
          title="Lần hiện số định danh được ghi vào nhật ký xuất"
          onClick={() => {
            if (worker.numbers_masked && worker.encrypted) setSecret('');
            else show.mutate({ shown: worker.numbers_masked });
          }}
        >
          {worker.numbers_masked ? 'Hiện số trong 5 phút' : 'Che số định danh'}
        </button>
      )}
      <Dialog
        title="Hiện số định danh trong 5 phút"
        opened={secret !== null}
        onClose={close}
        action="Hiện"
        busy={show.isPending}
        disabled={secret === ''}
        error={show.error}
        onAction={() => show.mutate({ shown: true, secret: secret ?? '' }, { onSuccess: close })}
      >
        <PasswordInput
          label="Mật khẩu của người đang làm việc"
          data-autofocus
          autoComplete="off"
          value={secret ?? ''}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
        <p className="quiet">Số hiện đủ trong 5 phút rồi tự che lại. Lần hiện này được ghi vào nhật ký xuất.</p>
      </Dialog>
    </>
  );
}

/** What is on the screen when the time is over is asked for again, and comes covered. */
function useCoverAgain(until: string | null): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (until === null) return;
    const timer = window.setTimeout(() => void queries.invalidateQueries(), Date.parse(until) - Date.now() + 50);
    return () => window.clearTimeout(timer);
  }, [until, queries]);
}
