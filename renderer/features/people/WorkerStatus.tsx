import { PasswordInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { roleWords } from '../../../electron/contract/roles.ts';
import { api, useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { Dialog } from '../../components/Dialog.tsx';

/** Who works, and whether identity numbers are covered: in the foot of the window. */
export function WorkerStatus() {
  const { data: worker } = useQuery(api.people.who.queryOptions());
  const show = useChange((asked: { shown: boolean; secret?: string }) => client.people.showNumbers(asked));
  const [secret, setSecret] = useState<string | null>(null);
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
        </span>
      )}
      {worker.role !== 'view' && (
        <button
          type="button"
          className="door small"
          title="Lần hiện số định danh được ghi vào nhật ký xuất"
          onClick={() => {
            if (worker.numbers_masked && worker.encrypted) setSecret('');
            else show.mutate({ shown: worker.numbers_masked });
          }}
        >
          {worker.numbers_masked ? 'Hiện số định danh' : 'Che số định danh'}
        </button>
      )}
      <Dialog
        title="Hiện số định danh"
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
        <p className="quiet">Số hiện đủ đến khi đóng hoặc khóa sổ. Lần hiện này được ghi vào nhật ký xuất.</p>
      </Dialog>
    </>
  );
}
