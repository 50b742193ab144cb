import { Button, SegmentedControl } from '@mantine/core';
import { textEncoding } from '../../../electron/contract/import-decisions.ts';
import { Picker } from '../../components/Picker.tsx';
import { type SheetPlace, withColumn, withEncoding, withSwappedDates } from './decision-state.ts';
import { fieldType } from './drag-field.ts';
import { fieldTone } from './field-tones.ts';
import { encodingWords } from './import-words.ts';
import type { Decisions } from './use-decisions.ts';
import type { FieldChoice } from './use-fields.ts';
import type { SheetColumn } from './use-sheet-rows.ts';

type Props = {
  place: SheetPlace;
  columns: readonly SheetColumn[];
  column: SheetColumn;
  fields: readonly FieldChoice[];
  decisions: Decisions;
};

/** One column: what it is taken for, how its letters and dates are read; and the fields, to be dragged to a heading. */
export function ColumnPane({ place, columns, column, fields, decisions }: Props) {
  const { letter, field } = column;
  return (
    <>
      <h3>
        Cột {letter}
        {column.heading && <span className="quiet">: {column.heading}</span>}
      </h3>
      <Picker
        ariaLabel={`Cột ${letter} là`}
        choices={fields.map((each) => ({ value: each.field, label: each.label }))}
        value={field}
        none="Không nhập cột này"
        onChange={(next) => decisions.change(withColumn(place, letter, next, columns))}
      />
      {field !== null && <Letters place={place} column={column} decisions={decisions} />}
      {field !== null && (/date|birth/u.test(field) || column.dates_swapped) && (
        <div className="column-part">
          <p className="small quiet">
            {column.dates_swapped
              ? 'Ngày và tháng của các ô ngày đang được đổi chỗ so với tệp.'
              : 'Ngày và tháng đọc như trong tệp.'}
          </p>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => decisions.change(withSwappedDates(place, letter, !column.dates_swapped, columns))}
          >
            {column.dates_swapped ? 'Giữ ngày, tháng như trong tệp' : 'Đổi chỗ ngày và tháng'}
          </Button>
        </div>
      )}
      <h3>Các trường: kéo lên tiêu đề cột</h3>
      <ul className="plain-list field-list">
        {fields.map((each) => {
          const taken = columns.find((other) => other.field === each.field)?.letter;
          return (
            <li key={each.field}>
              <button
                type="button"
                className="field-chip"
                data-tone={fieldTone(each.field, fields)}
                draggable
                title={`Kéo lên tiêu đề cột, hoặc bấm để đặt cho cột ${letter}`}
                onDragStart={(event) => event.dataTransfer.setData(fieldType, each.field)}
                onClick={() => decisions.change(withColumn(place, letter, each.field, columns))}
              >
                {each.label}
              </button>
              <span className="quiet small">
                {taken ? `cột ${taken}` : each.required ? <span className="problem">còn thiếu</span> : ''}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** What the letters of the column are read as, with what that makes of its texts. */
function Letters({ place, column, decisions }: Pick<Props, 'place' | 'column' | 'decisions'>) {
  const { letter, encoding, decoded } = column;
  return (
    <div className="column-part">
      <SegmentedControl
        aria-label={`Bảng mã chữ của cột ${letter}`}
        value={encoding}
        onChange={(value) => {
          const chosen = textEncoding.options.find((each) => each === value);
          if (chosen) decisions.change(withEncoding(place, letter, chosen));
        }}
        data={textEncoding.options.map((value) => ({ value, label: encodingWords[value] }))}
      />
      {decoded.length > 0 && (
        <table className="decoded">
          <thead>
            <tr>
              <th scope="col">Dòng</th>
              <th scope="col">Trong tệp</th>
              <th scope="col">Đọc là</th>
            </tr>
          </thead>
          <tbody>
            {decoded.slice(0, 20).map(({ row, before, after }) => (
              <tr key={row}>
                <td className="numbers">{row}</td>
                <td>{before}</td>
                <td>{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
