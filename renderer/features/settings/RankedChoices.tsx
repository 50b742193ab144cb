import { ActionIcon, Checkbox } from '@mantine/core';
import type { RuleField, RuleJson } from '../../../electron/contract/rules.ts';
import { Icon } from '../../components/icons.tsx';

type Props = {
  field: Extract<RuleField, { kind: 'choices' }>;
  value: readonly RuleJson[];
  onChange: (value: RuleJson[]) => void;
};

/** Some of the choices in an order: those that are ticked first, each can be moved up. */
export function RankedChoices({ field, value, onChange }: Props) {
  const ranked = value.flatMap((code) => field.choices.find((choice) => choice.value === code) ?? []);
  const rest = field.choices.filter((choice) => !ranked.includes(choice));
  const up = (index: number) => {
    const next = [...value];
    next.splice(index - 1, 2, ...next.slice(index - 1, index + 1).reverse());
    onChange(next);
  };
  return (
    <fieldset className="ranked">
      <legend>{field.label}</legend>
      {[...ranked, ...rest].map((choice, index) => {
        const isRanked = index < ranked.length;
        return (
          <div key={choice.value}>
            <Checkbox
              size="xs"
              label={isRanked ? `${index + 1}. ${choice.label}` : choice.label}
              checked={isRanked}
              onChange={() =>
                onChange(isRanked ? value.filter((code) => code !== choice.value) : [...value, choice.value])
              }
            />
            {isRanked && index > 0 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={`Đưa ${choice.label} lên trước`}
                onClick={() => up(index)}
              >
                <Icon name="up" />
              </ActionIcon>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
