import { ActionIcon } from '@mantine/core';
import { Icon } from '../../components/icons.tsx';
import { type Choice, Picker } from '../../components/Picker.tsx';

type Props = {
  label: string;
  /** What the picker under the list says: "Thêm cán bộ". */
  none: string;
  choices: readonly Choice[];
  values: readonly string[];
  onChange: (values: string[]) => void;
  autoFocus?: boolean;
};

/** Several of one list, in the order they were chosen, each with a way to take it out again. */
export function ManyPicker({ label, none, choices, values, onChange, autoFocus = false }: Props) {
  const byValue = new Map(choices.map((choice) => [choice.value, choice]));
  return (
    <fieldset className="many">
      <legend>{label}</legend>
      {values.length > 0 && (
        <ul className="plain-list many-list">
          {values.map((value) => {
            const choice = byValue.get(value);
            const name = choice?.label ?? value;
            return (
              <li key={value}>
                <span>
                  {name}
                  {choice?.context && <span className="quiet small"> — {choice.context}</span>}
                </span>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  aria-label={`Bỏ ${name}`}
                  onClick={() => onChange(values.filter((other) => other !== value))}
                >
                  <Icon name="close" />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
      )}
      <Picker
        ariaLabel={label}
        none={none}
        choices={choices.filter(({ value }) => !values.includes(value))}
        value={null}
        onChange={(value) => value !== null && onChange([...values, value])}
        autoFocus={autoFocus}
        required
      />
    </fieldset>
  );
}
