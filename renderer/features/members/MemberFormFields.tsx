import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useId } from 'react';
import type { MemberCheck, MemberForm } from '../../../electron/contract/member-form.ts';
import type { MemberChoices } from '../../../electron/contract/members.ts';
import { offered } from '../../components/code-choices.ts';
import { DateField } from '../../components/DateField.tsx';
import { CountField } from '../../components/small-fields.tsx';
import { codesOf, genderWords } from '../../components/words.ts';
import { type MemberField, memberSections } from './member-fields.ts';

type Props = {
  form: MemberForm;
  set: (change: Partial<MemberForm>) => void;
  check: MemberCheck | undefined;
  codes: MemberChoices['codes'];
  /** Fields that are asked elsewhere on the screen. */
  omit?: readonly MemberField['name'][];
};

/** The member form: labels above, related fields in a row, what is wrong or odd under its field. */
export function MemberFormFields({ form, set, check, codes, omit = [] }: Props) {
  return (
    <>
      {memberSections.map(({ key, title, rows }) => (
        <section key={key} className="form" aria-label={title}>
          <h3>{title}</h3>
          {rowsWithout(rows, omit).map((row) => (
            <div key={row[0]?.name} className="form-row">
              {row.map((field) => (
                <div key={field.name}>
                  <Field field={field} form={form} set={set} codes={codes} />
                  <Remarks check={check} name={field.name} />
                </div>
              ))}
            </div>
          ))}
        </section>
      ))}
    </>
  );
}

function rowsWithout(rows: readonly (readonly MemberField[])[], omit: readonly MemberField['name'][]) {
  return rows.map((row) => row.filter(({ name }) => !omit.includes(name))).filter((row) => row.length > 0);
}

function Remarks({ check, name }: { check: MemberCheck | undefined; name: MemberField['name'] }) {
  const of = (remarks: MemberCheck['errors']) => remarks.filter(({ field }) => field === name);
  return (
    <>
      {of(check?.errors ?? []).map(({ message }) => (
        <p key={message} className="problem small" role="alert">
          {message}
        </p>
      ))}
      {of(check?.warnings ?? []).map(({ message }) => (
        <p key={message} className="caution small">
          {message}
        </p>
      ))}
    </>
  );
}

function Field({ field, form, set, codes }: Omit<Props, 'check' | 'omit'> & { field: MemberField }) {
  const { label } = field;
  switch (field.type) {
    case 'date':
      return (
        <DateField label={label} partial value={form[field.name]} onChange={(value) => set({ [field.name]: value })} />
      );
    case 'gender': {
      const choices = codesOf(genderWords);
      return (
        <NativeSelect
          label={label}
          data={[{ value: '', label: 'Chưa rõ' }, ...choices.map((value) => ({ value, label: genderWords[value] }))]}
          value={form.gender ?? ''}
          onChange={(event) => set({ gender: choices.find((code) => code === event.currentTarget.value) ?? null })}
        />
      );
    }
    case 'list':
      return (
        <CodeField
          label={label}
          list={field.list}
          codes={codes}
          value={form[field.name]}
          onChange={(value) => set({ [field.name]: value })}
        />
      );
    case 'count':
      return (
        <CountField
          label={label}
          value={form.register_no}
          onChange={(register_no) => set({ register_no: register_no || null })}
        />
      );
    case 'truth':
      return (
        <Checkbox
          size="xs"
          className="member-truth"
          label={label}
          checked={form.has_smartphone === true}
          indeterminate={form.has_smartphone === null}
          onChange={(event) => set({ has_smartphone: event.currentTarget.checked })}
        />
      );
    case 'lines':
      return (
        <Textarea
          label={label}
          autosize={false}
          rows={3}
          value={form[field.name] ?? ''}
          onChange={(event) => set({ [field.name]: event.currentTarget.value || null })}
        />
      );
    case 'secret':
      return <SecretField label={label} value={form[field.name]} onChange={(value) => set({ [field.name]: value })} />;
    case 'text':
      return (
        <TextInput
          label={label}
          autoComplete="off"
          required={field.name === 'full_name'}
          value={form[field.name] ?? ''}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            set({ [field.name]: field.name === 'full_name' ? typed : typed || null });
          }}
        />
      );
  }
}

type ValueProps = { label: string; value: string | null; onChange: (value: string | null) => void };

/** A choice of a code list; a text that is no code of it (read from a workbook) stays until another is chosen. */
function CodeField({ label, list, codes, value, onChange }: ValueProps & { list: string; codes: Props['codes'] }) {
  const choices = offered(
    codes.filter((choice) => choice.list === list),
    value,
  );
  const unknown = value !== null && !choices.some((choice) => choice.value === value) ? [{ value, label: value }] : [];
  return (
    <NativeSelect
      label={label}
      data={[{ value: '', label: 'Chưa rõ' }, ...unknown, ...choices]}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}

/** An identity number. Covered, it cannot be corrected letter by letter: it stays as it is, or another one is typed. */
function SecretField({ label, value, onChange }: ValueProps) {
  const id = useId();
  const isCovered = value?.includes('*') === true;
  return (
    <div className="member-secret">
      <TextInput
        id={id}
        label={label}
        autoComplete="off"
        inputMode="numeric"
        readOnly={isCovered}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      />
      {isCovered && (
        <button
          type="button"
          className="door small"
          title="Để xem đủ số: “Hiện số trong 5 phút” ở thanh trạng thái"
          onClick={() => {
            onChange(null);
            document.getElementById(id)?.focus();
          }}
        >
          Nhập số khác
        </button>
      )}
    </div>
  );
}
