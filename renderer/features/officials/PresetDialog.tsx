import { Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { Dialog } from '../../components/Dialog.tsx';

/** Loads the regulation of another place as a beginning; it can be edited afterwards. */
export function PresetDialog({ onClose, onLoaded }: { onClose: () => void; onLoaded: (id: string) => void }) {
  const presets = useQuery(api.regulations.presets.queryOptions());
  const offerUndo = useOfferUndo();
  const [code, setCode] = useState<string | null>(null);
  const load = useChange((preset: string) => client.regulations.loadPreset({ code: preset }));
  return (
    <Dialog
      title="Nạp mẫu quy định"
      opened
      onClose={onClose}
      action="Nạp mẫu"
      size={640}
      busy={load.isPending}
      disabled={code === null}
      error={load.error}
      onAction={() =>
        code &&
        load.mutate(code, {
          onSuccess: ({ id }) => {
            onLoaded(id);
            onClose();
            void offerUndo('Đã nạp mẫu quy định');
          },
        })
      }
    >
      <p>Mẫu theo quy định của các nơi. Nạp xong sửa được số, ký hiệu, nhóm chức danh và số lần.</p>
      <Radio.Group aria-label="Mẫu quy định" value={code} onChange={setCode}>
        <ul className="plain-list">
          {(presets.data ?? []).map((preset) => (
            <li key={preset.code}>
              <Radio
                value={preset.code}
                label={`${preset.place}: ${preset.number_symbol}`}
                description={`${preset.subject}; ${preset.quotas} nhóm chức danh`}
              />
            </li>
          ))}
        </ul>
      </Radio.Group>
    </Dialog>
  );
}
