import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrganisationRecord } from '../../../electron/contract/organisations.ts';
import { api, useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { localToday } from '../../components/date-input.ts';
import { FormFlow } from '../../components/FormFlow.tsx';
import { formatInt } from '../../components/format.ts';
import { Picker } from '../../components/Picker.tsx';
import { useGuard } from '../../components/use-guard.ts';
import { isCell } from './is-cell.ts';
import { blankHow, ReorganiseFields } from './ReorganiseFields.tsx';

type Props = { organisation: OrganisationRecord; onClose: () => void };

/** An organisation ends; somebody takes over what it still has. */
export function DissolveDialog({ organisation, onClose }: Props) {
  const { asOf } = usePeriod();
  const offerUndo = useOfferUndo();
  const list = useQuery(api.organisations.list.queryOptions({ input: { as_of: asOf, all: false } }));
  const [to, setTo] = useState<string | null>(null);
  const [how, setHow] = useState(() => blankHow(localToday()));
  const { asking, guard } = useGuard(to !== null || how.document !== '', onClose);
  const dissolve = useChange((date: string) =>
    client.organisations.dissolve({ ...how, date, id: organisation.id, move_to: to }),
  );
  const takers = (list.data ?? []).filter(
    ({ id, kind }) => id !== organisation.id && isCell(kind) === isCell(organisation.kind),
  );
  return (
    <Dialog
      title={asking ? 'Có thay đổi chưa lưu' : `Giải thể ${organisation.name}`}
      opened
      {...guard}
      action="Giải thể"
      destructive
      disabled={how.date === null}
      busy={dissolve.isPending}
      error={dissolve.error}
      onAction={() => {
        if (!how.date) return;
        dissolve.mutate(how.date, {
          onSuccess: () => {
            onClose();
            void offerUndo(`Đã giải thể ${organisation.name}`);
          },
        });
      }}
    >
      <FormFlow>
        <p>
          Tổ chức này có {formatInt(organisation.members)} đảng viên. Lịch sử của nó vẫn đọc được và vẫn nằm trong báo
          cáo của thời gian trước.
        </p>
        <Picker
          label="Đảng viên, tổ chức trực thuộc chuyển về"
          choices={takers.map((one) => ({
            value: one.id,
            label: one.name,
            ...(one.parent ? { context: one.parent } : {}),
          }))}
          value={to}
          onChange={setTo}
          none="Không còn gì để chuyển"
          autoFocus
        />
        <ReorganiseFields
          how={how}
          set={(change) => setHow((old) => ({ ...old, ...change }))}
          dateLabel="Thôi hoạt động từ ngày"
        />
      </FormFlow>
    </Dialog>
  );
}
