import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { TypedCounts } from '../../../electron/contract/meeting-counts.ts';
import { api, useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { useKeptText } from '../../app/kept.ts';
import { useKeys } from '../../app/keys.ts';
import { client } from '../../app/link.ts';
import { periodLabel } from '../../app/period.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { EntryGrid } from '../../components/entry-grid/EntryGrid.tsx';
import { useEntries } from '../../components/entry-grid/use-entries.ts';
import { formatInt } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { OrganisationPicker } from '../../components/OrganisationPicker.tsx';
import { EmptyState, ErrorState, Waiting } from '../../components/states.tsx';
import { countDoubts, countSheetOf, replacesRoll } from './count-columns.ts';

/** Months of the window's period, the last first. */
function monthsOf(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = Number(to.slice(5)); month >= Number(from.slice(5)); month -= 1)
    months.push(`${to.slice(0, 4)}-${String(month).padStart(2, '0')}`);
  return months;
}

/** Totals of a whole month in one sheet, for offices that only receive numbers from the cells. */
export function CountsScreen() {
  const { from, to } = usePeriod();
  const [chosen, setChosen] = useKeptText('counts:month');
  const months = monthsOf(from, to);
  const period = months.includes(chosen) ? chosen : to;
  return <CountsSheet key={period} period={period} months={months} onMonth={setChosen} />;
}

type Props = { period: string; months: string[]; onMonth: (month: string) => void };

function CountsSheet({ period, months, onMonth }: Props) {
  const [, navigate] = useLocation();
  const offerUndo = useOfferUndo();
  const [organisation, setOrganisation] = useKeptText('counts:organisation');
  const [confirming, setConfirming] = useState<TypedCounts[] | null>(null);
  const sheet = useQuery(
    api.meetings.countSheet.queryOptions({
      input: { period, ...(organisation && { organisation_id: organisation }) },
    }),
  );
  const { columns, infos, read } = useMemo(() => countSheetOf(period, sheet.data ?? []), [period, sheet.data]);
  const textsOf = useMemo(() => new Map(infos.map(({ id, texts }) => [id, texts])), [infos]);
  const stored = useCallback((row: string, column: string) => textsOf.get(row)?.[column] ?? '', [textsOf]);
  const { typed, type, undo, clear } = useEntries(`counts:${period}`, stored);
  const understood = useMemo(
    () =>
      (sheet.data ?? []).flatMap((row) => {
        const cells = typed.get(row.cell_id);
        return cells ? [{ row, counts: read(row, cells) }] : [];
      }),
    [sheet.data, typed, read],
  );
  const noted = useMemo(() => {
    const typedOf = new Map(understood.flatMap(({ row, counts }) => (counts ? [[row.cell_id, counts] as const] : [])));
    const rowOf = new Map((sheet.data ?? []).map((row) => [row.cell_id, row]));
    return infos.map((info) => {
      const counts = typedOf.get(info.id) ?? rowOf.get(info.id);
      const doubts = counts ? countDoubts(counts) : {};
      return Object.keys(doubts).length === 0 ? info : { ...info, doubts };
    });
  }, [infos, understood, sheet.data]);
  const apart = noted.find(({ doubts }) => doubts !== undefined);
  const rows = understood.flatMap(({ counts }) => counts ?? []);
  const wrong = understood.filter(({ counts }) => counts === null);
  const lost = understood.filter(({ row, counts }) => counts !== null && replacesRoll(row, counts));
  const change = useChange((input: { rows: TypedCounts[]; replace: string[] }) =>
    client.meetings.saveCounts({ period, rows: input.rows, replace_rolls: input.replace }),
  );
  const write = (replace: string[]) =>
    change.mutate(
      { rows, replace },
      {
        onSuccess: ({ changed }) => {
          clear();
          setConfirming(null);
          void offerUndo(`Đã ghi số liệu ${formatInt(changed)} chi bộ, ${periodLabel(period).toLocaleLowerCase('vi')}`);
        },
      },
    );
  const save = () => {
    if (rows.length === 0 || wrong.length > 0 || change.isPending) return;
    if (lost.length > 0) setConfirming(rows);
    else write([]);
  };
  useKeys({ 'ctrl+s': save, escape: () => navigate('/meetings') });
  /** Total, exempt and due as the list of members says, where a meeting is typed without them. */
  const fill = () =>
    type(
      understood.flatMap(({ row, counts }) =>
        counts === null || row.expected.members_total === 0 || (counts.date === null && counts.present === null)
          ? []
          : (['members_total', 'exempt', 'due'] as const)
              .filter((key) => counts[key] === null)
              .map((column) => ({ row: row.cell_id, column, text: String(row.expected[column]) })),
      ),
    );
  if (sheet.isError) return <ErrorState error={sheet.error} />;
  if (!sheet.data) return <Waiting />;
  return (
    <ListScreen
      tools={
        <>
          <Link href="/meetings" className="report-back">
            Sinh hoạt
          </Link>
          <h2 className="tools-title">Nhập số liệu nhanh</h2>
          <NativeSelect
            aria-label="Tháng"
            data={months.map((value) => ({ value, label: periodLabel(value) }))}
            value={period}
            onChange={(event) => onMonth(event.currentTarget.value)}
          />
          <OrganisationPicker
            value={organisation || null}
            onChange={(id) => setOrganisation(id ?? '')}
            none="Mọi tổ chức"
            width={220}
          />
          <Button variant="default" className="tools-end" onClick={fill} disabled={typed.size === 0}>
            Điền số theo danh sách đảng viên
          </Button>
          <Button onClick={save} loading={change.isPending} disabled={rows.length === 0 || wrong.length > 0}>
            Lưu
          </Button>
        </>
      }
      foot={
        <>
          <span className={wrong.length > 0 ? 'problem' : ''} role="status">
            {wrong.length > 0
              ? `${formatInt(wrong.length)} dòng có ô chưa đọc được (viền đỏ): ${wrong[0]?.row.cell ?? ''}`
              : typed.size > 0
                ? `Chưa lưu ${formatInt(typed.size)} chi bộ`
                : `${formatInt(sheet.data.length)} chi bộ`}
          </span>
          {apart?.doubts && (
            <span className="caution">
              {apart.name}: {Object.values(apart.doubts)[0]}
            </span>
          )}
          <Hint words="Enter, mũi tên: di chuyển · Ctrl+D: như ô trên · dán từ Excel: Ctrl+V · Ctrl+Z: hoàn tác · Ctrl+S: lưu" />
        </>
      }
    >
      {change.isError && <ErrorState error={change.error} />}
      {infos.length === 0 ? (
        <EmptyState title="Chưa có chi bộ nào trong kỳ này">
          <p>
            Nhập danh sách tổ chức đảng (<Link href="/imports">Nhập dữ liệu</Link>) hoặc chọn tháng khác.
          </p>
        </EmptyState>
      ) : (
        <EntryGrid
          label={`Số liệu sinh hoạt ${periodLabel(period)}`}
          nameHeading="Chi bộ"
          rows={noted}
          columns={columns}
          typed={typed}
          onType={type}
          onUndo={undo}
        />
      )}
      {confirming && (
        <Dialog
          title="Thay danh sách điểm danh bằng số tổng"
          opened
          onClose={() => setConfirming(null)}
          action="Bỏ điểm danh và lưu"
          destructive
          busy={change.isPending}
          error={change.error}
          onAction={() => write(lost.map(({ row }) => row.cell_id))}
        >
          <p>
            Số liệu của {formatInt(lost.length)} chi bộ đang theo danh sách điểm danh từng người. Lưu số khác sẽ xóa
            danh sách đó; điểm danh lại sau vẫn được.
          </p>
          <ul>
            {lost.slice(0, 8).map(({ row }) => (
              <li key={row.cell_id}>{row.cell}</li>
            ))}
          </ul>
        </Dialog>
      )}
    </ListScreen>
  );
}
