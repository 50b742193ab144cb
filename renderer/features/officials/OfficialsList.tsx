import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useKeptChoice, useKeptText } from '../../app/kept.ts';
import { useKeys } from '../../app/keys.ts';
import type { Sort } from '../../components/data-table/column.ts';
import { sortRows } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { matchesWords } from '../../components/fold.ts';
import { formatInt } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { RightButton } from '../../components/RightButton.tsx';
import { EmptyState, ErrorState, FigureButton, NoMatch, Waiting } from '../../components/states.tsx';
import { FigureDrawer } from '../reports/FigureDrawer.tsx';
import { CheckChips } from './CheckChips.tsx';
import { findingsBy, findingsText, officialChecks } from './checks.ts';
import { OfficialDialog } from './OfficialDialog.tsx';
import { OfficialPane } from './OfficialPane.tsx';
import { type OfficialLine, officialColumns } from './official-columns.tsx';
import { emptyOfficial } from './official-form.ts';
import { quotaByOfficial } from './quota.ts';
import { useOfficials } from './use-officials.ts';

type Props = { text: string; tools: ReactNode; selected: string | undefined };

/** Officials with title, targets and how far they are with the year's quota. */
export function OfficialsList({ text, tools, selected }: Props) {
  const [, navigate] = useLocation();
  const { officials, assignments, report, checks, year } = useOfficials();
  const [check, setCheck] = useKeptChoice('officials:check', officialChecks, null);
  const [adding, setAdding] = useState(false);
  const [only, setOnly] = useKeptText('officials:short');
  const [sort, setSort] = useState<Sort | null>(null);
  const [asked, setAsked] = useState<{ row: string; column: string } | null>(null);
  const columns = useMemo(() => officialColumns((row, column) => setAsked({ row, column })), []);
  const lines = useMemo<OfficialLine[]>(() => {
    const quotas = quotaByOfficial(report.data);
    const findings = findingsBy(checks.data ?? [], ({ official_id }) => official_id);
    return (officials.data ?? []).map((official) => ({
      official,
      findings: findings.get(official.id) ?? [],
      quota: quotas.get(official.id),
      targets: (assignments.data ?? [])
        .filter(({ official_id }) => official_id === official.id)
        .map(({ target }) => target),
    }));
  }, [officials.data, assignments.data, report.data, checks.data]);
  useKeys({ 'ctrl+n': () => setAdding(true) });
  const isShort = (line: OfficialLine) => (line.quota?.shortfall ?? 0) > 0;
  const shown = useMemo(() => {
    const found = lines.filter(
      (line) =>
        (only !== 'yes' || (line.quota?.shortfall ?? 0) > 0) &&
        (check === null || line.findings.some((finding) => finding.check === check)) &&
        (!text.trim() ||
          matchesWords(
            [
              line.official.full_name,
              line.official.title,
              line.official.agency,
              findingsText(line.findings),
              ...line.targets,
            ].join(' '),
            text,
          )),
    );
    return new Map(sortRows(found, columns, sort).map((line) => [line.official.id, line]));
  }, [lines, only, check, text, columns, sort]);
  const ids = useMemo(() => [...shown.keys()], [shown]);
  const rowOf = useCallback((id: string) => shown.get(id), [shown]);
  if (officials.isError) return <ErrorState error={officials.error} />;
  if (!officials.data) return <Waiting />;
  return (
    <ListScreen
      tools={
        <>
          {tools}
          <RightButton needs="officials.save" className="tools-end" onClick={() => setAdding(true)}>
            Thêm cán bộ
          </RightButton>
        </>
      }
      foot={
        <>
          <span>
            {formatInt(ids.length)} cán bộ · chưa đủ định mức năm {year}:{' '}
            <FigureButton
              value={formatInt(lines.filter(isShort).length)}
              label="Chỉ xem cán bộ chưa đủ định mức"
              pressed={only === 'yes'}
              onOpen={() => setOnly(only === 'yes' ? '' : 'yes')}
            />
          </span>
          {report.isError && <span className="problem">Chưa tính được định mức (BC-02).</span>}
          <Hint words="Enter: xem bên phải · số lần dự mở ra các lượt dự" />
        </>
      }
      pane={
        selected && (
          <OfficialPane
            id={selected}
            onClose={() => navigate('/officials')}
            onFigure={(column) => setAsked({ row: selected, column })}
          />
        )
      }
    >
      <CheckChips checks={officialChecks} findings={checks.data ?? []} chosen={check} onChoose={setCheck} />
      <DataTable
        label="Cán bộ dự sinh hoạt"
        keep="officials"
        columns={columns}
        ids={ids}
        rowOf={rowOf}
        sort={sort}
        onSort={(key) => setSort({ key, descending: sort?.key === key && !sort.descending })}
        current={selected}
        onOpen={(id) => navigate(`/officials/${id}`, { replace: selected !== undefined })}
        onCurrent={(id) => selected && navigate(`/officials/${id}`, { replace: true })}
        autoFocus
        empty={
          lines.length > 0 ? (
            <NoMatch title="Không có cán bộ nào khớp" />
          ) : (
            <EmptyState title="Chưa có cán bộ dự sinh hoạt">
              <p>
                Nhập danh sách phân công cán bộ: <Link href="/imports">Nhập dữ liệu</Link>. Hoặc ghi từng người: “Thêm
                cán bộ” (Ctrl+N).
              </p>
            </EmptyState>
          )
        }
      />
      {adding && <OfficialDialog id={null} initial={emptyOfficial} onClose={() => setAdding(false)} />}
      {asked && <FigureDrawer question={{ code: 'BC-02', period: year, ...asked }} onClose={() => setAsked(null)} />}
    </ListScreen>
  );
}
