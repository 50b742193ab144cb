import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { LevelNames, OfficeFacts, OfficePresetRecord } from '../../../electron/contract/settings.ts';
import { client } from '../../app/link.ts';
import { Note } from '../../components/states.tsx';
import { levelMismatch } from '../office/level-of-name.ts';
import { SettingsForm } from './SettingsForm.tsx';
import { useSettingsForm } from './use-settings-form.ts';

type Props = {
  settings: { office: OfficeFacts; level_names: LevelNames; presets: OfficePresetRecord[] };
  onDirty: (dirty: boolean) => void;
};

/** Who the office is, as its documents and reports say it. */
export function OfficePart({ settings: { office, level_names, presets }, onDirty }: Props) {
  const form = useSettingsForm(
    { office, level_names },
    (draft: { office: OfficeFacts; level_names: LevelNames }) => client.settings.saveOffice(draft),
    { part: 'office', done: 'Đã lưu thông tin cơ quan', onDirty },
  );
  const { draft } = form;
  const set = (part: Partial<OfficeFacts>) => form.set({ office: { ...draft.office, ...part } });
  const line = (key: Exclude<keyof OfficeFacts, 'level'>, label: string) => (
    <TextInput
      label={label}
      required
      value={draft.office[key]}
      onChange={(event) => set({ [key]: event.currentTarget.value })}
    />
  );
  const preset = presets.find(({ level }) => level === draft.office.level);
  const mismatch = levelMismatch(draft.office.level, draft.office.name);
  return (
    <SettingsForm form={form}>
      <div className="form-row settings-end">
        <NativeSelect
          label="Loại cấp ủy"
          data={presets.map(({ level, label }) => ({ value: level, label }))}
          value={draft.office.level}
          onChange={({ currentTarget: { value } }) => {
            const chosen = presets.find(({ level }) => level === value);
            if (chosen) set({ level: chosen.level });
          }}
        />
        {preset && (
          <Button
            type="button"
            variant="default"
            onClick={() => {
              const { advisory_body, body_code, report_receiver } = preset;
              set({ advisory_body, body_code, report_receiver });
            }}
          >
            Lấy theo mẫu của cấp này
          </Button>
        )}
      </div>
      {line('name', 'Tên cấp ủy')}
      {mismatch && <Note tone="caution">{mismatch}</Note>}
      <p className="quiet small">
        Sửa ở đây là sửa chỗ ghi sai. Cơ quan đổi tên, đổi cấp từ một ngày thì dùng “Chuyển đổi 2025” ở Tổ chức đảng.
      </p>
      <div className="form-row">
        {line('superior', 'Cấp ủy cấp trên')}
        {line('place', 'Địa danh')}
      </div>
      <div className="form-row">
        {line('issuer', 'Cơ quan ban hành văn bản')}
        {line('body_code', 'Ký hiệu cấp ủy (HU, ĐU, TU)')}
      </div>
      <div className="form-row">
        {line('advisory_body', 'Ban tham mưu')}
        {line('report_receiver', 'Nơi nhận báo cáo')}
      </div>
      <h3>Tên gọi các cấp</h3>
      <div className="form-row">
        {(
          [
            ['province', 'Cấp tỉnh'],
            ['district', 'Cấp huyện (đến 30/6/2025)'],
            ['commune', 'Cấp xã'],
          ] as const
        ).map(([key, label]) => (
          <TextInput
            key={key}
            label={label}
            required
            value={draft.level_names[key]}
            onChange={(event) => form.set({ level_names: { ...draft.level_names, [key]: event.currentTarget.value } })}
          />
        ))}
      </div>
    </SettingsForm>
  );
}
