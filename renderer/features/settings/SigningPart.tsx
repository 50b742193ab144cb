import { Textarea, TextInput } from '@mantine/core';
import type { Signing } from '../../../electron/contract/settings.ts';
import { client } from '../../app/link.ts';
import { BodiesEditor } from './BodiesEditor.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import { SignersEditor } from './SignersEditor.tsx';
import { useSettingsForm } from './use-settings-form.ts';

/** Who signs, in whose name, who receives, and which bodies issue documents. */
export function SigningPart({ saved, onDirty }: { saved: Signing; onDirty: (dirty: boolean) => void }) {
  const form = useSettingsForm(saved, (draft: Signing) => client.settings.saveSigning(clean(draft)), {
    part: 'signing',
    done: 'Đã lưu người ký, nơi nhận',
    onDirty,
  });
  const { draft, set } = form;
  return (
    <SettingsForm form={form}>
      <h3>Người ký</h3>
      <SignersEditor signing={draft} onChange={(signers) => set({ signers })} />
      <h3>Nơi nhận, ký hiệu</h3>
      <Textarea
        label="Nơi nhận, mỗi dòng một nơi"
        autosize
        minRows={3}
        value={draft.recipients.join('\n')}
        onChange={(event) => set({ recipients: event.currentTarget.value.split('\n') })}
      />
      <TextInput
        label="Ký hiệu của ban tham mưu (BTCHU, BXDĐ, VPĐU)"
        className="settings-code"
        value={draft.advisory_code}
        onChange={(event) => set({ advisory_code: event.currentTarget.value })}
      />
      <h3>Cơ quan ban hành khác</h3>
      <BodiesEditor bodies={draft.bodies} onChange={(bodies) => set({ bodies })} />
    </SettingsForm>
  );
}

/** Empty lines are no recipients. */
function clean(draft: Signing): Signing {
  return { ...draft, recipients: draft.recipients.map((line) => line.trim()).filter((line) => line !== '') };
}
