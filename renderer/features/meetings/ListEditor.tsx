import { ActionIcon, Button } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
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
  const box = useRef<HTMLDivElement>(null);
  const heading = noun.charAt(0).toLocaleUpperCase('vi') + noun.slice(1);
  const swap = (index: number) => {
    const next = [...items];
    next.splice(index - 1, 2, ...next.slice(index - 1, index + 1).reverse());
    onChange(next);
  };
  /** The first field of an item once it is drawn; the last button ("Thêm") where there is none. */
  const goTo = (index: number) =>
    window.setTimeout(() => {
      const item = box.current?.querySelectorAll('fieldset')[index];
      const field = item?.querySelector<HTMLElement>('input, textarea');
      (field ?? box.current?.querySelector<HTMLElement>(':scope > :last-child button'))?.focus();
    });
  return (
    <div ref={box} className="list-editor">
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
                onClick={() => {
                  swap(index);
                  goTo(index - 1);
                }}
              >
                <Icon name="up" />
              </ActionIcon>
            )}
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={`Xóa ${noun} ${index + 1}`}
              onClick={() => {
                onChange(items.filter((_, other) => other !== index));
                goTo(Math.min(index, items.length - 2));
              }}
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
        <Button
          variant="default"
          leftSection={<Icon name="add" />}
          onClick={() => {
            onChange([...items, blank()]);
            goTo(items.length);
          }}
        >
          Thêm {noun}
        </Button>
      </div>
    </div>
  );
}
