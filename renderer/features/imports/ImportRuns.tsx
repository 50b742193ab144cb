import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../../app/data.ts';
import { readKept, writeKept } from '../../app/kept.ts';
import { formatInt, formatMoment } from '../../components/format.ts';
import { ErrorState } from '../../components/states.tsx';
import { ImportRunDetail } from './ImportRunDetail.tsx';
import { UndoImport } from './UndoImport.tsx';

/** Before somebody asks for all of them. */
const shownAtFirst = 8;

/** Under this key the import stands that is open, so that other screens can open one. */
export const openedRunKey = 'import:run';
const isId = (value: unknown): value is string | null => value === null || typeof value === 'string';

/** The imports made so far, newest first; each that stands opens to what was found in it, and can be taken back. */
export function ImportRuns() {
  const runs = useQuery(api.imports.runs.queryOptions());
  const [opened, setOpened] = useState<string | null>(() => readKept(openedRunKey, null, isId));
  useEffect(() => writeKept(openedRunKey, opened), [opened]);
  const [all, setAll] = useState(false);
  if (runs.isError) return <ErrorState error={runs.error} />;
  if (!runs.data || runs.data.length === 0) return null;
  return (
    <section className="import-runs">
      <h3>Các lần đã nhập</h3>
      <ul className="plain-list">
        {runs.data.slice(0, all ? undefined : shownAtFirst).map((run) => {
          const names = run.files.join(', ');
          return (
            <li key={run.id}>
              <div className={run.undone ? 'import-run quiet' : 'import-run'}>
                <span className="numbers">{formatMoment(run.at)}</span>
                {run.undone ? (
                  <span className="import-run-files" title={names}>
                    {names}
                  </span>
                ) : (
                  <button
                    type="button"
                    className="door import-run-files"
                    title={names}
                    aria-expanded={opened === run.id}
                    onClick={() => setOpened(opened === run.id ? null : run.id)}
                  >
                    {names}
                  </button>
                )}
                <span className="numbers">
                  {run.undone ? 'đã hoàn tác' : `${formatInt(run.created)} mới · ${formatInt(run.updated)} thay đổi`}
                </span>
                {!run.undone && <UndoImport files={run.files} transaction={run.transaction} actor={run.actor} />}
              </div>
              {opened === run.id && !run.undone && <ImportRunDetail id={run.id} />}
            </li>
          );
        })}
      </ul>
      {!all && runs.data.length > shownAtFirst && (
        <button type="button" className="door" onClick={() => setAll(true)}>
          Xem tất cả {formatInt(runs.data.length)} lần nhập
        </button>
      )}
    </section>
  );
}
