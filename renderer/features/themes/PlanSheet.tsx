import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { PlanEntryInput } from '../../../electron/contract/themes.ts';
import { api, useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { useKeptText } from '../../app/kept.ts';
import { useKeys } from '../../app/keys.ts';
import { client } from '../../app/link.ts';
import { EntryGrid } from '../../components/entry-grid/EntryGrid.tsx';
import { useEntries } from '../../components/entry-grid/use-entries.ts';
import { formatInt } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { OrganisationPicker } from '../../components/OrganisationPicker.tsx';
import { EmptyState, ErrorState, Waiting } from '../../components/states.tsx';
import { CopyThemeDialog } from './CopyThemeDialog.tsx';
import { EntryPane } from './EntryPane.tsx';
import { planChanges, planColumns, planRows } from './plan-sheet.ts';

type Props = { year: number; quarter: number; tools: ReactNode };

/** Every cell's themes of the year, quarter by quarter, to be typed like a sheet; who presents them on the right. */
export function PlanSheet({ year, quarter, tools }: Props) {
  const offerUndo = useOfferUndo();
  const [organisation, setOrganisation] = useKeptText('themes:organisation');
  const [copying, setCopying] = useState(false);
  const [at, setAt] = useState<{ cell: string; quarter: number } | null>(null);
  const plan = useQuery(
    api.themes.plan.queryOptions({ input: { year, ...(organisation && { organisation_id: organisation }) } }),
  );
  const themes = useQuery(api.themes.catalogue.queryOptions({ input: { year } }));
  const rows = useMemo(() => plan.data ?? [], [plan.data]);
  const infos = useMemo(() => planRows(rows), [rows]);
  const textsOf = useMemo(() => new Map(infos.map(({ id, texts }) => [id, texts])), [infos]);
  const stored = useCallback((row: string, column: string) => textsOf.get(row)?.[column] ?? '', [textsOf]);
  const { typed, type, undo, clear } = useEntries(`themes:${year}`, stored);
  const changes = useMemo(() => planChanges(rows, typed, themes.data ?? []), [rows, typed, themes.data]);
  const change = useChange((input: { entries: PlanEntryInput[]; removed: string[] }) =>
    client.themes.savePlan({ year, ...input }),
  );
  const count = changes.entries.length + changes.removed.length;
  const save = () => {
    if (count === 0 || change.isPending) return;
    change.mutate(changes, {
      onSuccess: ({ changed }) => {
        clear();
        void offerUndo(`Đã ghi ${formatInt(changed)} chuyên đề vào kế hoạch năm ${year}`);
      },
    });
  };
  useKeys({ 'ctrl+s': save, 'ctrl+n': () => setCopying(true) });
  if (plan.isError) return <ErrorState error={plan.error} />;
  if (!plan.data) return <Waiting />;
  const current = at && rows.find(({ cell_id }) => cell_id === at.cell);
  const entries = current?.quarters.find((each) => each.quarter === at?.quarter)?.entries ?? [];
  return (
    <ListScreen
      tools={
        <>
          {tools}
          <OrganisationPicker
            value={organisation || null}
            onChange={(id) => setOrganisation(id ?? '')}
            none="Mọi tổ chức"
            width={150}
          />
          <Button variant="default" className="tools-end" onClick={() => setCopying(true)}>
            Giao cho nhiều chi bộ
          </Button>
          <Button onClick={save} loading={change.isPending} disabled={count === 0}>
            Lưu
          </Button>
        </>
      }
      foot={
        <>
          <span role="status">
            {count > 0
              ? `Chưa lưu ${formatInt(typed.size)} chi bộ`
              : `Năm ${year}: ${formatInt(rows.length)} chi bộ, ${formatInt(
                  rows.flatMap(({ quarters }) => quarters.flatMap((each) => each.entries)).length,
                )} chuyên đề trong kế hoạch`}
          </span>
          <Hint words="Nhiều chuyên đề một quý: cách nhau dấu chấm phẩy · Ctrl+D: như ô trên · Ctrl+S: lưu" />
        </>
      }
      pane={
        current &&
        at &&
        entries.length > 0 && (
          <EntryPane
            key={`${at.cell}:${at.quarter}`}
            year={year}
            row={current}
            quarter={at.quarter}
            entries={entries}
            onClose={() => setAt(null)}
          />
        )
      }
    >
      {change.isError && <ErrorState error={change.error} />}
      {infos.length === 0 ? (
        <EmptyState title={`Chưa có chi bộ nào trong năm ${year}`}>
          <p>
            Nhập danh sách tổ chức đảng (<Link href="/imports">Nhập dữ liệu</Link>), rồi lập kế hoạch chuyên đề ở đây.
          </p>
        </EmptyState>
      ) : (
        <EntryGrid
          label={`Kế hoạch chuyên đề năm ${year}`}
          nameHeading="Chi bộ"
          rows={infos}
          columns={planColumns}
          typed={typed}
          onType={type}
          onUndo={undo}
          onFocusCell={(cell, column) => setAt({ cell, quarter: Number(column.slice(1)) })}
        />
      )}
      {copying && (
        <CopyThemeDialog
          year={year}
          quarter={at?.quarter ?? quarter}
          rows={rows}
          themes={themes.data ?? []}
          onClose={() => setCopying(false)}
        />
      )}
    </ListScreen>
  );
}
