import { ActionIcon, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../../components/icons.tsx';

type Props<T> = {
  items: readonly T[];
  onChange: (items: T[]) => void;
  blank: () => T;
  /** "ý kiến": for "Thêm ý kiến" and "Ý kiến 2". */
  noun: string;
  empty: string;
  children: (item: T, set: (change: Partial<T>) => void, index: number) => ReactNode;
};

/** Some of the same kind, in an order that can be changed: items of the agenda, opinions, votes, tasks. */
export function ListEditor<T>({ items, onChange, blank, noun, empty, children }: Props<T>) {
  const heading = noun.charAt(0).toLocaleUpperCase('vi') + noun.slice(1);
  const swap = (index: number) => {
    const next = [...items];
    next.splice(index - 1, 2, ...next.slice(index - 1, index + 1).reverse());
    onChange(next);
  };
  return (
    <div className="list-editor">
      {items.length === 0 && <p className="quiet">{empty}</p>}
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no identity but their place
        <fieldset key={index} className="list-editor-item">
          <legend>
            {heading} {index + 1}
          </legend>
          <div className="list-editor-tools">
            {index > 0 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={`Chuyển ${noun} ${index + 1} lên trên`}
                onClick={() => swap(index)}
              >
                <Icon name="up" />
              </ActionIcon>
            )}
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={`Xóa ${noun} ${index + 1}`}
              onClick={() => onChange(items.filter((_, other) => other !== index))}
            >
              <Icon name="close" />
            </ActionIcon>
          </div>
          <div className="form">
            {children(
              item,
              (change) => onChange(items.map((other, at) => (at === index ? { ...other, ...change } : other))),
              index,
            )}
          </div>
        </fieldset>
      ))}
      <div>
        <Button variant="default" leftSection={<Icon name="add" />} onClick={() => onChange([...items, blank()])}>
          Thêm {noun}
        </Button>
      </div>
    </div>
  );
}
