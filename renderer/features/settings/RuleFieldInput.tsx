import { Checkbox, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RuleField, RuleJson, SimpleRuleField } from '../../../electron/contract/rules.ts';
import { CountField } from '../../components/small-fields.tsx';
import { ListEditor } from '../meetings/ListEditor.tsx';
import { RankedChoices } from './RankedChoices.tsx';
import { asList, blankRow, listFrom, partAt, withPart } from './rule-value.ts';

type Props<F> = { field: F; value: RuleJson; onChange: (value: RuleJson) => void };

/** One part of a rule's value, by its shape. What may be written is checked on the data side, in the same words. */
export function RuleFieldInput({ field, value, onChange }: Props<RuleField>) {
  switch (field.kind) {
    case 'choices':
      return field.ordered ? (
        <RankedChoices field={field} value={asList(value)} onChange={onChange} />
      ) : (
        <Checkbox.Group label={field.label} value={asList(value).map(String)} onChange={onChange}>
          <div className="check-grid">
            {field.choices.map((choice) => (
              <Checkbox key={choice.value} size="xs" value={choice.value} label={choice.label} />
            ))}
          </div>
        </Checkbox.Group>
      );
    case 'list':
      return <ListInput field={field} value={value} onChange={onChange} />;
    case 'rows':
      return (
        <div>
          <h3>{field.label}</h3>
          <ListEditor
            items={asList(value)}
            onChange={onChange}
            blank={() => blankRow(field.fields)}
            noun="dòng"
            empty="Chưa có dòng nào."
          >
            {(row, _change, index) => (
              <div className="form-row rule-row">
                {field.fields.map((part) => (
                  <SimpleInput
                    key={part.path}
                    field={part}
                    value={partAt(row, part.path)}
                    onChange={(next) =>
                      onChange(asList(value).map((old, at) => (at === index ? withPart(old, part.path, next) : old)))
                    }
                  />
                ))}
              </div>
            )}
          </ListEditor>
        </div>
      );
    default:
      return <SimpleInput field={field} value={value} onChange={onChange} />;
  }
}

function SimpleInput({ field, value, onChange }: Props<SimpleRuleField>) {
  switch (field.kind) {
    case 'number':
      return (
        <CountField
          label={[field.label, field.unit && `(${field.unit})`, field.none && `– để trống: ${field.none}`]
            .filter(Boolean)
            .join(' ')}
          value={typeof value === 'number' ? value : null}
          onChange={onChange}
        />
      );
    case 'switch':
      return (
        <Switch
          className="rule-switch"
          label={field.label}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'choice':
      return (
        <NativeSelect
          className="rule-choice"
          label={field.label}
          data={field.choices}
          value={String(value)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'text':
      return (
        <TextInput
          className={`rule-${field.path}`}
          label={field.label}
          value={value === null ? '' : String(value)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}

function ListInput({ field, value, onChange }: Props<Extract<RuleField, { kind: 'list' }>>) {
  const [typed, setTyped] = useState(() => asList(value).join(', '));
  return (
    <TextInput
      label={`${field.label}, cách nhau bằng dấu phẩy`}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(listFrom(event.currentTarget.value, field.of));
      }}
    />
  );
}
