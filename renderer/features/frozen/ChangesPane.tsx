import './frozen.css';
import { useQuery } from '@tanstack/react-query';
import type { Difference } from '../../../electron/contract/frozen.ts';
import { api } from '../../app/data.ts';
import { formatFigure, formatInt, formatNumber, formatText } from '../../components/format.ts';
import { Pane } from '../../components/Pane.tsx';
import { ErrorState, Note, Waiting } from '../../components/states.tsx';

type FigureChange = Difference['figures'][number];

/** What would be different if the report were made today: figures with their records, words, rows, rules. */
export function ChangesPane({ id, onClose }: { id: string; onClose: () => void }) {
  const compared = useQuery(api.frozen.diff.queryOptions({ input: { id } }));
  return (
    <Pane title="Thay đổi từ khi chốt" under="So với số liệu trong sổ hiện nay" onClose={onClose}>
      {compared.isError && <ErrorState error={compared.error} />}
      {compared.isPending && <Waiting />}
      {compared.data?.same && <Note tone="fine">Không có gì thay đổi.</Note>}
      {compared.data && !compared.data.same && <Changes difference={compared.data} />}
    </Pane>
  );
}

function Changes({ difference: { figures, texts, rows_added, rows_removed, rules } }: { difference: Difference }) {
  return (
    <>
      {figures.length > 0 && (
        <>
          <h3>{formatInt(figures.length)} số</h3>
          <ul className="frozen-changes">
            {figures.map((figure) => (
              <li key={`${figure.row} ${figure.column}`}>
                <FigureLine figure={figure} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Lines title="Dòng mới" lines={rows_added.map(({ row_name }) => row_name)} />
      <Lines title="Dòng không còn" lines={rows_removed.map(({ row_name }) => row_name)} />
      <Lines
        title="Chữ trong biểu"
        lines={texts.map(
          ({ row_name, label, was, now }) => `${row_name}, ${label}: ${formatText(was)} → ${formatText(now)}`,
        )}
      />
      <Lines
        title="Quy tắc"
        lines={rules.map(({ label, was, now }) => `${label}: ${was ?? 'chưa dùng'} → ${now ?? 'không dùng'}`)}
      />
    </>
  );
}

function FigureLine({ figure: { row_name, label, type, was, now, records } }: { figure: FigureChange }) {
  return (
    <>
      <div>
        {row_name} · {label}
      </div>
      <div className="frozen-figure">
        {formatFigure(was, type)} → {formatFigure(now, type)}
      </div>
      {records.length > 0 && (
        <details className="small">
          <summary>{formatInt(records.length)} bản ghi</summary>
          <ul>
            {records.map((record) => (
              <li key={`${record.entity} ${record.id} ${record.label} ${record.part}`}>
                {recordWords(record)}
                {record.context && <span className="quiet"> · {record.context}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function recordWords({ label, change, was, now }: FigureChange['records'][number]): string {
  if (change === 'added') return `Thêm: ${label}`;
  return change === 'removed' ? `Bỏ: ${label}` : `${label}: ${formatNumber(was)} → ${formatNumber(now)}`;
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="frozen-changes">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
