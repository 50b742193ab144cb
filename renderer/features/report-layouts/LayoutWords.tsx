import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { CountField } from '../../components/small-fields.tsx';
import type { LayoutDraft } from './layout-draft.ts';

type Props = { draft: LayoutDraft; set: (change: Partial<LayoutDraft>) => void };
type Words =
  | 'title'
  | 'annexLine'
  | 'unitLine'
  | 'nameHeading'
  | 'receiver'
  | 'maker'
  | 'authority'
  | 'position'
  | 'name';

const months = ['Tháng cuối của kỳ', 'Tháng sau kỳ', 'Hai tháng sau kỳ', 'Ba tháng sau kỳ'];

/** The words of the form around its figures, its receiver, its deadline and who signs. */
export function LayoutWords({ draft, set }: Props) {
  const line = (key: Words, label: string, more: { required?: boolean; placeholder?: string } = {}) => (
    <TextInput
      label={label}
      value={draft[key]}
      maxLength={200}
      {...more}
      onChange={({ currentTarget: { value } }) => set({ [key]: value })}
    />
  );
  const other = draft.dueMonths >= months.length;
  return (
    <>
      {line('title', 'Tên biểu', { required: true })}
      <div className="form-row">
        {line('annexLine', 'Dòng phụ lục (góc phải)')}
        {line('unitLine', 'Đơn vị tính', { placeholder: 'Không in' })}
      </div>
      {line('nameHeading', 'Tiêu đề cột tên', { required: true })}
      {draft.texts.length > 0 && (
        <fieldset className="layout-texts">
          <legend>Cột chữ bên số liệu</legend>
          {draft.texts.map((text) => {
            const change = (part: Partial<typeof text>) =>
              set({ texts: draft.texts.map((one) => (one.of === text.of ? { ...one, ...part } : one)) });
            return (
              <div key={text.of}>
                <Checkbox
                  aria-label={`In cột ${text.of}`}
                  checked={text.shown}
                  onChange={({ currentTarget: { checked } }) => change({ shown: checked })}
                />
                <TextInput
                  size="xs"
                  aria-label={`Tên in: cột ${text.of}`}
                  value={text.label}
                  maxLength={200}
                  onChange={({ currentTarget: { value } }) => change({ label: value })}
                />
                <NativeSelect
                  size="xs"
                  aria-label={`Chỗ của cột ${text.of}`}
                  data={[
                    { value: 'first', label: 'Trước số liệu' },
                    { value: 'last', label: 'Sau số liệu' },
                  ]}
                  value={text.last ? 'last' : 'first'}
                  onChange={({ currentTarget: { value } }) => change({ last: value === 'last' })}
                />
              </div>
            );
          })}
        </fieldset>
      )}
      <Textarea
        label="Ghi chú dưới biểu, mỗi dòng một ghi chú"
        autosize
        minRows={2}
        maxRows={5}
        value={draft.notes}
        onChange={({ currentTarget: { value } }) => set({ notes: value })}
      />
      {line('receiver', 'Nơi nhận', { placeholder: 'Theo thiết lập của cơ quan' })}
      <div className="form-row">
        <CountField
          className="form-narrow"
          label="Hạn gửi: ngày"
          value={draft.dueDay}
          onChange={(dueDay) => set({ dueDay })}
        />
        <NativeSelect
          label="của tháng"
          disabled={draft.dueDay === null}
          data={[
            ...months.map((label, value) => ({ value: String(value), label })),
            ...(other ? [{ value: String(draft.dueMonths), label: `${draft.dueMonths} tháng sau kỳ` }] : []),
          ]}
          value={String(draft.dueMonths)}
          onChange={({ currentTarget: { value } }) => set({ dueMonths: Number(value) })}
        />
      </div>
      {line('maker', 'Bên trái dưới biểu', { required: true })}
      <div className="form-row">
        {line('authority', 'Quyền hạn ký', { placeholder: 'Theo thiết lập' })}
        {line('position', 'Chức vụ')}
        {line('name', 'Họ và tên')}
      </div>
    </>
  );
}
