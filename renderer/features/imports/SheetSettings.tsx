import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type ImportSheetKind, importSheetKind } from '../../../electron/contract/import-decisions.ts';
import { Icon } from '../../components/icons.tsx';
import { OrganisationPicker } from '../../components/OrganisationPicker.tsx';
import { Picker } from '../../components/Picker.tsx';
import { type SheetPlace, sheetDecisionOf, withHeading, withKind, withUnit } from './decision-state.ts';
import { sheetKindWords } from './import-words.ts';
import type { Decisions } from './use-decisions.ts';

const kinds = importSheetKind.options.map((kind) => ({ value: kind, label: sheetKindWords[kind] ?? kind }));

type Props = {
  place: SheetPlace;
  kind: ImportSheetKind | null;
  /** The kinds it could as well be; empty where it is clear. */
  couldBe: readonly ImportSheetKind[];
  heading: { top: number; bottom: number } | null;
  /** What rows that name no unit belong to, decided or proposed. */
  unit: string | null;
  decisions: Decisions;
};

/** Kinds of sheets whose rows may leave out what they belong to. */
const withUnits: ReadonlySet<ImportSheetKind> = new Set(['members', 'meetings', 'petitions', 'organisations']);

/** What the sheet as a whole is taken for: its kind, its heading rows, whose rows they are. */
export function SheetSettings({ place, kind, couldBe, heading, unit, decisions }: Props) {
  const said = sheetDecisionOf(decisions.now, place);
  const isProposed = unit !== null && (said?.unit ?? null) === null;
  const isAsked = kind === null && couldBe.length > 0;
  const isUnsaid = isAsked && said?.kind === undefined;
  return (
    <div className="sheet-settings">
      {isUnsaid && (
        <p className="caution" role="status">
          <Icon name="warning" /> Trang này có thể là {couldBe.map((each) => `“${sheetKindWords[each]}”`).join(' hay ')}
          . Chọn một.
        </p>
      )}
      <Picker
        label="Trang này là"
        choices={
          isAsked
            ? [
                ...kinds.filter(({ value }) => couldBe.includes(value)),
                ...kinds.filter(({ value }) => !couldBe.includes(value)),
              ]
            : kinds
        }
        value={kind}
        none={isUnsaid ? 'Chưa chọn: trang chưa được nhập' : 'Không nhập trang này'}
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
          {withUnits.has(kind) && (
            <div>
              <OrganisationPicker
                label="Dòng không ghi đơn vị thì thuộc"
                value={unit}
                none="Như trong tệp"
                onChange={(id) => decisions.change(withUnit(place, id))}
              />
              {isProposed && <p className="quiet small">Theo tên trang hoặc các dòng đầu trang.</p>}
            </div>
          )}
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
