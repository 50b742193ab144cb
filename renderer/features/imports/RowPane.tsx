import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ImportedRow, RowDecision } from '../../../electron/contract/import-decisions.ts';
import { api } from '../../app/data.ts';
import { formatText } from '../../components/format.ts';
import { Icon } from '../../components/icons.tsx';
import { ErrorState, Waiting } from '../../components/states.tsx';
import { rowChoiceOf, type SheetPlace, withRow } from './decision-state.ts';
import { outcomeWords, roleWords, severityTones, severityWords } from './import-words.ts';
import type { RowMarks } from './sheet-marks.ts';
import type { Decisions } from './use-decisions.ts';
import type { SheetRowData } from './use-sheet-rows.ts';

type Props = {
  plan: string;
  place: SheetPlace;
  row: SheetRowData;
  marks: RowMarks | undefined;
  /** Of people: "người này", else "bản ghi này". */
  people: boolean;
  /** Whether the clerk may say whose row it is. */
  matched: boolean;
  decisions: Decisions;
};

/** One row beside the record it was matched with: why, whom else it may be, and what is to become of it. */
export function RowPane({ plan, place, row, marks, people, matched, decisions }: Props) {
  const isRecord = row.outcome !== null;
  const input = { plan, ...place, row: row.number };
  const found = useQuery({
    ...api.imports.row.queryOptions({ input }),
    queryKey: [...api.imports.row.queryKey({ input }), decisions.version],
    enabled: isRecord,
  });
  const choice = rowChoiceOf(decisions.now, { ...place, row: row.number });
  const choose = (next: RowDecision['choice'] | null) => decisions.change(withRow({ ...place, row: row.number }, next));
  if (row.outcome === null) {
    return (
      <>
        <p className="quiet">
          Dòng {row.number}: {roleWords[row.role] || 'không có bản ghi'}.
        </p>
        <RowIssues marks={marks} />
      </>
    );
  }
  return (
    <>
      <h3>
        Dòng {row.number}: <span className="quiet">{outcomeWords[row.outcome].says}</span>
      </h3>
      <RowIssues marks={marks} />
      {found.isError && <ErrorState error={found.error} />}
      {found.isLoading && <Waiting />}
      {found.data?.record && (
        <div className="row-record">
          <strong>{found.data.record.name}</strong>
          <div className="small quiet">{found.data.record.detail}</div>
          {found.data.because && <div className="small">Nhận ra vì {found.data.because}.</div>}
        </div>
      )}
      <div className="row-choices">
        {matched && <Choice label="Tạo mới" on={choice?.type === 'new'} onChoose={() => choose({ type: 'new' })} />}
        <Choice label="Bỏ dòng" on={choice?.type === 'skip'} onChoose={() => choose({ type: 'skip' })} />
        {choice !== null && (
          <button type="button" className="door small" onClick={() => choose(null)}>
            Bỏ lựa chọn
          </button>
        )}
      </div>
      {found.data && found.data.candidates.length > 0 && (
        <div>
          <h3>Có thể là</h3>
          <ul className="plain-list candidates">
            {found.data.candidates.map(({ id, name, detail, score }) => (
              <li key={id}>
                <div>
                  <strong>{name}</strong> <span className="numbers quiet">{score}/100</span>
                  <div className="small quiet">{detail}</div>
                </div>
                <Choice
                  label={people ? 'Cập nhật người này' : 'Cập nhật bản ghi này'}
                  on={choice?.type === 'record' && choice.record === id}
                  onChoose={() => choose({ type: 'record', record: id })}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
      {found.data && <Fields row={found.data} />}
    </>
  );
}

/** What is wrong with the row, in full. */
function RowIssues({ marks }: { marks: RowMarks | undefined }) {
  const issues = [...(marks?.values() ?? [])].flat();
  if (issues.length === 0) return null;
  return (
    <ul className="plain-list row-issues">
      {issues.map(({ severity, column, message }) => (
        <li key={`${column}${message}`}>
          <span className={severityTones[severity]}>
            <Icon name={severity} /> <span className="unseen">{severityWords[severity]}: </span>
          </span>
          {message}
        </li>
      ))}
    </ul>
  );
}

function Choice({ label, on, onChoose }: { label: string; on: boolean; onChoose: () => void }) {
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-pressed={on}
      leftSection={on ? <Icon name="tick" /> : undefined}
      onClick={onChoose}
    >
      {label}
    </Button>
  );
}

/** What the office has, what the file says, and what it becomes; what changes comes first in ink. */
function Fields({ row: { fields, record } }: { row: ImportedRow }) {
  const shown = fields.filter(({ ours, theirs, becomes }) => ours !== null || theirs !== null || becomes !== null);
  if (shown.length === 0) return null;
  return (
    <table className="row-fields">
      <thead>
        <tr>
          <th scope="col">Trường</th>
          {record && <th scope="col">Trong sổ</th>}
          <th scope="col">Trong tệp</th>
          <th scope="col">Sẽ là</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ label, ours, theirs, becomes }) => (
          <tr key={label} data-changed={(becomes !== null && becomes !== ours) || undefined}>
            <th scope="row">{label}</th>
            {record && <td>{formatText(ours)}</td>}
            <td>{formatText(theirs)}</td>
            <td className="row-becomes">{formatText(becomes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
