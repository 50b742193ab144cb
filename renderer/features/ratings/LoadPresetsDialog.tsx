import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Waiting } from '../../components/states.tsx';

type Props = { onClose: () => void; onLoaded: (id: string) => void };

/** Takes sheets the program brings along into the office; those that are there stay as they are. */
export function LoadPresetsDialog({ onClose, onLoaded }: Props) {
  const presets = useQuery(api.ratings.presets.queryOptions());
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const load = useChange((codes: string[]) => client.ratings.loadPresets({ codes }));
  const codes = (presets.data ?? []).filter(({ code, loaded }) => !loaded && !left.has(code)).map(({ code }) => code);
  const toggle = (code: string) =>
    setLeft((old) => (old.has(code) ? new Set([...old].filter((each) => each !== code)) : new Set([...old, code])));
  return (
    <Dialog
      title="Nạp mẫu chấm điểm"
      opened
      onClose={onClose}
      action="Nạp"
      size={640}
      busy={load.isPending}
      disabled={codes.length === 0}
      error={load.error}
      onAction={() =>
        load.mutate(codes, {
          onSuccess: ({ ids }) => {
            if (ids[0] !== undefined) onLoaded(ids[0]);
            onClose();
          },
        })
      }
    >
      <p>Mẫu nạp vào chưa áp dụng cho buổi nào; sau khi nạp, chọn ngày áp dụng.</p>
      {!presets.data && <Waiting />}
      {presets.data?.map(({ code, name, issued_with, loaded }) => (
        <Checkbox
          key={code}
          label={name}
          description={loaded ? 'Đã có trong sổ' : issued_with}
          checked={loaded || !left.has(code)}
          disabled={loaded}
          onChange={() => toggle(code)}
        />
      ))}
    </Dialog>
  );
}
