import { Autocomplete, Textarea, TextInput } from '@mantine/core';
import type { Signing } from '../../../electron/contract/settings.ts';
import { client } from '../../app/link.ts';
import { ListEditor } from '../meetings/ListEditor.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import { useSettingsForm } from './use-settings-form.ts';

const authorities = [
  'T/M BAN THƯỜNG VỤ',
  'T/M BAN CHẤP HÀNH',
  'T/M ĐẢNG ỦY',
  'T/L BAN THƯỜNG VỤ',
  'K/T BÍ THƯ',
  'K/T TRƯỞNG BAN',
];

/** Who signs, in whose name, and who receives. */
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
      <ListEditor
        items={draft.signers}
        onChange={(signers) => set({ signers })}
        blank={() => ({ name: '', title: '', authority: '', signs_for: null, valid_from: null, valid_to: null })}
        noun="người ký"
        empty="Chưa ghi người ký nào; văn bản để trống chỗ ký."
      >
        {(signer, change) => (
          <div className="form-row">
            <TextInput
              label="Họ và tên"
              value={signer.name}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <Autocomplete
              label="Quyền hạn ký (T/M, K/T, T/L…)"
              data={authorities}
              value={signer.authority}
              onChange={(authority) => change({ authority })}
            />
            <TextInput
              label="Chức vụ"
              required
              value={signer.title}
              onChange={(event) => change({ title: event.currentTarget.value })}
            />
          </div>
        )}
      </ListEditor>
      <h3>Nơi nhận, ký hiệu</h3>
      <Textarea
        label="Nơi nhận, mỗi dòng một nơi"
        autosize
        minRows={3}
        value={draft.recipients.join('\n')}
        onChange={(event) => set({ recipients: event.currentTarget.value.split('\n') })}
      />
      <TextInput
        label="Ký hiệu của ban tham mưu (BTC, BXDĐ, VPĐU)"
        className="settings-code"
        value={draft.advisory_code}
        onChange={(event) => set({ advisory_code: event.currentTarget.value })}
      />
    </SettingsForm>
  );
}

/** Empty lines are no recipients. */
function clean(draft: Signing): Signing {
  return { ...draft, recipients: draft.recipients.map((line) => line.trim()).filter((line) => line !== '') };
}
