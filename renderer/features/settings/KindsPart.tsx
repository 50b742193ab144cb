import { Button, Checkbox, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { DocumentKind } from '../../../electron/contract/register.ts';
import { api, useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { ErrorState, Waiting } from '../../components/states.tsx';
import { ListEditor } from '../meetings/ListEditor.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import { useSettingsForm } from './use-settings-form.ts';

const whoWords = {
  grassroots_committee: 'Đảng ủy (ban chấp hành)',
  standing_committee: 'Ban thường vụ đảng ủy',
  cell: 'Chi bộ',
} as const;
const everybody = ['grassroots_committee', 'standing_committee', 'cell'] as const;

/** Kinds of document with their codes, and who may issue them at the base: a warning follows from it, never a refusal. */
export function KindsPart({ onDirty }: { onDirty: (dirty: boolean) => void }) {
  const choices = useQuery(api.register.choices.queryOptions({ input: {} }));
  if (choices.isError) return <ErrorState error={choices.error} />;
  if (!choices.data) return <Waiting />;
  return <KindsForm saved={choices.data.kinds} onDirty={onDirty} />;
}

function KindsForm({ saved, onDirty }: { saved: DocumentKind[]; onDirty: (dirty: boolean) => void }) {
  const offerUndo = useOfferUndo();
  const form = useSettingsForm({ kinds: saved }, ({ kinds }) => client.register.saveKinds({ kinds }), {
    part: 'kinds',
    done: 'Đã lưu thể loại văn bản',
    onDirty,
  });
  const restore = useChange(() => client.register.saveKinds({ kinds: null }));
  return (
    <SettingsForm form={form}>
      <div className="settings-ways">
        <Button
          type="button"
          variant="default"
          loading={restore.isPending}
          onClick={() =>
            restore.mutate(undefined, { onSuccess: () => void offerUndo('Đã trở về thể loại gốc của chương trình') })
          }
        >
          Trở về thể loại gốc
        </Button>
        {restore.isError && <ErrorState error={restore.error} />}
      </div>
      <ListEditor
        items={form.draft.kinds}
        onChange={(kinds) => form.set({ kinds })}
        blank={(): DocumentKind => ({ code: '', name: '', not_for: [] })}
        noun="thể loại"
        empty="Chưa có thể loại nào."
      >
        {(kind, change) => (
          <>
            <div className="form-row">
              <TextInput
                label="Tên thể loại"
                required
                value={kind.name}
                onChange={(event) => change({ name: event.currentTarget.value })}
              />
              <TextInput
                label="Ký hiệu"
                required
                className="form-narrow"
                value={kind.code}
                onChange={(event) => change({ code: event.currentTarget.value })}
              />
            </div>
            <Checkbox.Group
              label="Cấp được ban hành"
              value={everybody.filter((who) => !kind.not_for.includes(who))}
              onChange={(may) => change({ not_for: everybody.filter((who) => !may.includes(who)) })}
            >
              <div className="form-row">
                {everybody.map((who) => (
                  <Checkbox key={who} value={who} label={whoWords[who]} />
                ))}
              </div>
            </Checkbox.Group>
          </>
        )}
      </ListEditor>
    </SettingsForm>
  );
}
