import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type ImportSheetKind, importSheetKind } from '../../../electron/contract/import-decisions.ts';
import { OrganisationPicker } from '../../components/OrganisationPicker.tsx';
import { Picker } from '../../components/Picker.tsx';
import { type SheetPlace, sheetDecisionOf, withHeading, withKind, withUnit } from './decision-state.ts';
import { sheetKindWords } from './import-words.ts';
import type { Decisions } from './use-decisions.ts';

const kinds = importSheetKind.options.map((kind) => ({ value: kind, label: sheetKindWords[kind] ?? kind }));

type Props = {
  place: SheetPlace;
  kind: ImportSheetKind | null;
  heading: { top: number; bottom: number } | null;
  decisions: Decisions;
};

/** What the sheet as a whole is taken for: its kind, its heading rows, whose rows they are. */
export function SheetSettings({ place, kind, heading, decisions }: Props) {
  const unit = sheetDecisionOf(decisions.now, place)?.unit ?? null;
  return (
    <div className="sheet-settings">
      <Picker
        label="Trang này là"
        choices={kinds}
        value={kind}
        none="Không nhập trang này"
        onChange={(value) =>
          decisions.change(withKind(place, importSheetKind.options.find((each) => each === value) ?? null))
        }
      />
      {kind !== null && (
        <>
          <HeadingRows
            key={`${place.file}\t${place.sheet}\t${heading?.top}\t${heading?.bottom}`}
            heading={heading}
            onSet={(top, bottom) => decisions.change(withHeading(place, top, bottom))}
          />
          <OrganisationPicker
            label="Dòng không ghi đơn vị thì thuộc"
            value={unit}
            none="Như trong tệp"
            onChange={(id) => decisions.change(withUnit(place, id))}
          />
        </>
      )}
    </div>
  );
}

type HeadingProps = { heading: { top: number; bottom: number } | null; onSet: (top: number, bottom: number) => void };

/** First and last heading row as Excel counts; taken over by Enter or the button, not while they are typed. */
function HeadingRows({ heading, onSet }: HeadingProps) {
  const [top, setTop] = useState(heading ? String(heading.top) : '');
  const [bottom, setBottom] = useState(heading ? String(heading.bottom) : '');
  const rows = [top, bottom].map((text) => (/^[1-9]\d{0,5}$/u.test(text.trim()) ? Number(text) : null));
  const [first = null, last = null] = rows;
  const changed = first !== null && last !== null && (first !== heading?.top || last !== heading.bottom);
  useEffect(() => {
    // The first row typed over the last one: the heading has one row.
    if (first !== null && last !== null && first > last) setBottom(String(first));
  }, [first, last]);
  return (
    <form
      className="heading-rows"
      onSubmit={(event) => {
        event.preventDefault();
        if (changed) onSet(first, last);
      }}
    >
      <span>Dòng tiêu đề từ</span>
      <TextInput
        className="heading-row"
        aria-label="Dòng tiêu đề đầu"
        value={top}
        inputMode="numeric"
        onChange={(event) => setTop(event.currentTarget.value)}
      />
      <span>đến</span>
      <TextInput
        className="heading-row"
        aria-label="Dòng tiêu đề cuối"
        value={bottom}
        inputMode="numeric"
        onChange={(event) => setBottom(event.currentTarget.value)}
      />
      <Button type="submit" size="compact-xs" variant="default" disabled={!changed}>
        Đặt
      </Button>
    </form>
  );
}
