import { useEffect, useId, useRef } from 'react';
import { formatInt } from '../../components/format.ts';
import { Icon } from '../../components/icons.tsx';
import { type SheetLine, sheetCounts } from './import-lines.ts';
import { sheetKindWords } from './import-words.ts';

type Props = {
  lines: readonly SheetLine[];
  current: string;
  /** The clerk has said that it is not to be read. */
  isLeftOut: (line: SheetLine) => boolean;
  onCurrent: (id: string) => void;
};

/** The sheets of the workbooks: what each was taken for and what it would bring. The arrows go from one to the next. */
export function SheetList({ lines, current, isLeftOut, onCurrent }: Props) {
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const at = Math.max(
    0,
    lines.findIndex(({ id }) => id === current),
  );
  useEffect(() => {
    list.current?.querySelector(`[data-index="${at}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const onKeyDown = (event: React.KeyboardEvent) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key];
    const next = to === undefined ? undefined : lines[to];
    if (!next) return;
    event.preventDefault();
    onCurrent(next.id);
  };
  return (
    <div
      ref={list}
      className="sheet-list"
      role="listbox"
      aria-label="Các trang đã nhận dạng"
      aria-activedescendant={`${listId}-${at}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {lines.map((line, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and says what is active in it
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the list's
        <div
          key={line.id}
          id={`${listId}-${index}`}
          role="option"
          aria-selected={index === at}
          data-index={index}
          className="sheet-line"
          onClick={() => onCurrent(line.id)}
        >
          {line.file !== lines[index - 1]?.file && (
            <div className="sheet-file" title={line.file}>
              {line.file}
            </div>
          )}
          <div className="sheet-name" title={line.sheet.name}>
            {line.sheet.name}
          </div>
          <div className="sheet-kind">
            {sheetKindWords[line.sheet.kind] ?? (isLeftOut(line) ? 'Không nhập' : 'Không nhận ra')}
          </div>
          <SheetCounts line={line} />
        </div>
      ))}
    </div>
  );
}

function SheetCounts({ line }: { line: SheetLine }) {
  const { errors, warnings } = sheetCounts(line);
  const { created, updated, unchanged, review } = line.sheet;
  const parts = [
    created > 0 ? `${formatInt(created)} mới` : '',
    updated > 0 ? `${formatInt(updated)} thay đổi` : '',
    unchanged > 0 ? `${formatInt(unchanged)} không đổi` : '',
  ].filter(Boolean);
  return (
    <div className="sheet-counts numbers">
      {parts.join(' · ') || (line.sheet.read > 0 ? `${formatInt(line.sheet.read)} dòng` : '')}
      {review > 0 && <span className="caution">{formatInt(review)} cần chọn</span>}
      {errors > 0 && (
        <span className="problem">
          <Icon name="error" /> {formatInt(errors)} lỗi
        </span>
      )}
      {warnings > 0 && (
        <span className="caution">
          <Icon name="warning" /> {formatInt(warnings)} cảnh báo
        </span>
      )}
    </div>
  );
}
