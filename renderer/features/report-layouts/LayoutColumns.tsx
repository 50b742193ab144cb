import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { dropLine, type LayoutLine, moveLine, removeHeading, startGroup, startSheet } from './layout-lines.ts';

type Props = {
  lines: readonly LayoutLine[];
  /** What the program calls each column. */
  standardLabels: ReadonlyMap<string, string>;
  onChange: (lines: readonly LayoutLine[]) => void;
};

const kindWords = { sheet: 'Trang', group: 'Nhóm', column: 'Cột' } as const;

/** Sheets, groups and columns from top to bottom: chosen, named, moved by Alt+↑/↓ or by drag. */
export function LayoutColumns({ lines, standardLabels, onChange }: Props) {
  const [current, setCurrent] = useState<string | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const line = lines.find(({ id }) => id === current);
  const relabel = (id: string, label: string) =>
    onChange(lines.map((one) => (one.id === id ? { ...one, label } : one)));
  const acts = line
    ? [
        { label: 'Lên', title: 'Alt+↑', next: moveLine(lines, line.id, -1) },
        { label: 'Xuống', title: 'Alt+↓', next: moveLine(lines, line.id, 1) },
        line.kind === 'column'
          ? {
              label: 'Nhóm mới từ đây',
              title: 'Cột này và các cột dưới thành nhóm mới',
              next: startGroup(lines, line.id),
            }
          : {
              label: 'Trang mới từ đây',
              title: 'Nhóm này và các nhóm dưới sang trang mới',
              next: startSheet(lines, line.id),
            },
        {
          label: line.kind === 'sheet' ? 'Bỏ trang' : 'Bỏ nhóm',
          title: 'Gộp vào phía trên',
          next: removeHeading(lines, line.id),
        },
      ]
    : [];
  return (
    <div className="layout-columns">
      <div className="layout-acts" role="toolbar" aria-label="Việc với dòng đang chọn">
        {line ? (
          acts.map(({ label, title, next }) => (
            <Button
              key={label}
              type="button"
              size="compact-xs"
              variant="default"
              title={title}
              disabled={next === lines}
              onClick={() => onChange(next)}
            >
              {label}
            </Button>
          ))
        ) : (
          <span className="quiet small">Chọn một dòng để chuyển chỗ, tách nhóm, tách trang.</span>
        )}
      </div>
      <ul className="layout-lines" aria-label="Trang, nhóm và cột của biểu">
        {lines.map((one) => {
          const standard = standardLabels.get(one.id);
          const what = `${kindWords[one.kind]} ${one.label || standard || ''}`.trim();
          return (
            <li
              key={one.id}
              className={`layout-line layout-${one.kind}`}
              data-current={one.id === current || undefined}
              data-hidden={(one.kind === 'column' && !one.shown) || undefined}
              data-line={one.id}
              onFocus={() => setCurrent(one.id)}
              onKeyDown={(event) => {
                if (!event.altKey) return;
                const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
                if (step === null) return;
                event.preventDefault();
                onChange(moveLine(lines, one.id, step));
              }}
              onDragOver={(event) => {
                if (dragged !== null) event.preventDefault();
              }}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged !== null) onChange(dropLine(lines, dragged, one.id));
                setDragged(null);
              }}
            >
              <span
                className="layout-handle"
                draggable
                aria-hidden
                title="Kéo để chuyển chỗ"
                onDragStart={(event) => {
                  event.dataTransfer.setData('text/plain', one.label);
                  event.dataTransfer.effectAllowed = 'move';
                  setDragged(one.id);
                }}
                onDragEnd={() => setDragged(null)}
              >
                ⠿
              </span>
              {one.kind === 'column' ? (
                <Checkbox
                  aria-label={`In cột ${one.label || standard}`}
                  checked={one.shown}
                  onChange={({ currentTarget: { checked } }) =>
                    onChange(lines.map((other) => (other.id === one.id ? { ...one, shown: checked } : other)))
                  }
                />
              ) : (
                <span className="layout-kind">{kindWords[one.kind]}</span>
              )}
              <TextInput
                size="xs"
                className="layout-name"
                aria-label={`Tên in: ${what}`}
                title={standard !== undefined && standard !== one.label ? `Tên gốc: ${standard}` : one.label}
                value={one.label}
                maxLength={one.kind === 'sheet' ? 31 : 200}
                onChange={({ currentTarget: { value } }) => relabel(one.id, value)}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
