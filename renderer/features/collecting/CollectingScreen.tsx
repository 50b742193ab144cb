import { Button } from '@mantine/core';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { CollectionUnit } from '../../../electron/contract/collecting.ts';
import { api } from '../../app/data.ts';
import { useHandOver } from '../../app/frame/Notices.tsx';
import { useKeptText } from '../../app/kept.ts';
import { useKeys } from '../../app/keys.ts';
import { client } from '../../app/link.ts';
import { longWork } from '../../app/long-work.ts';
import { periodLabel } from '../../app/period.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { DateField } from '../../components/DateField.tsx';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { formatDate, formatInt, formatMoment } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { SelectFilter } from '../../components/SelectFilter.tsx';
import { EmptyState, ErrorState, Waiting } from '../../components/states.tsx';
import { useIsHere } from '../../components/use-is-here.ts';
import { OwnJobProgress } from '../jobs/JobProgress.tsx';

const makingAll = longWork(client.collecting.makeAll);

const columns: readonly Column<CollectionUnit>[] = [
  { key: 'name', heading: 'Đơn vị', width: 320, grow: true, text: ({ name }) => name },
  { key: 'cells', heading: 'Số chi bộ', width: 100, align: 'right', text: ({ cells }) => formatInt(cells) },
  {
    key: 'reported',
    heading: 'Đã có số liệu',
    width: 120,
    align: 'right',
    text: ({ reported }) => formatInt(reported),
  },
  {
    key: 'due',
    heading: 'Hạn gửi lại',
    width: 100,
    text: ({ due_on }) => formatDate(due_on),
    date: ({ due_on }) => due_on,
  },
  { key: 'sent', heading: 'Lập biểu lúc', width: 160, text: ({ sent_at }) => (sent_at ? formatMoment(sent_at) : '') },
  {
    key: 'answered',
    heading: 'Trả lời',
    width: 180,
    text: ({ answered_at }) => (answered_at ? `Đã nhận ${formatMoment(answered_at)}` : 'Chưa trả lời'),
  },
];

const otherKinds = {
  attendance: 'Điểm danh',
  visits: 'Báo cáo dự SH',
  petitions: 'Biểu kiến nghị',
  members: 'Phiếu đảng viên',
};

function isOtherKind(text: string): text is keyof typeof otherKinds {
  return text in otherKinds;
}

/** What the second column counts: of visits they are the reports handed in. */
const reportedHeading = {
  meetings: 'Đã có số liệu',
  attendance: 'Đã điểm danh',
  petitions: 'Có kiến nghị',
  members: 'Có danh sách',
  visits: 'Báo cáo đã nộp',
};

function columnsOf(kind: keyof typeof reportedHeading): readonly Column<CollectionUnit>[] {
  const named = { name: kind === 'visits' ? 'Cán bộ' : 'Đơn vị', reported: reportedHeading[kind] };
  return columns.map((column) =>
    column.key === 'name' || column.key === 'reported' ? { ...column, heading: named[column.key] } : column,
  );
}

/** Forms of a month to be sent and filled in: who has one, who has answered. Quarters and years show their last month. */
export function CollectingScreen() {
  const { to: period } = usePeriod();
  const [, navigate] = useLocation();
  const handOver = useHandOver();
  const queries = useQueryClient();
  const here = useIsHere();
  const all = makingAll.use();
  const [other, setOther] = useKeptText('collecting:kind');
  const [answer, setAnswer] = useKeptText('collecting:answer');
  const [due, setDue] = useState<string | null>(null);
  const kind = isOtherKind(other) ? other : 'meetings';
  const input = { kind, period } as const;
  const listed = useQuery(api.collecting.units.queryOptions({ input, placeholderData: keepPreviousData }));
  const byId = useMemo(() => new Map((listed.data ?? []).map((one) => [one.unit, one])), [listed.data]);
  const ids = useMemo(
    () => [...byId.values()].filter((one) => answer === '' || one.answered_at === null).map(({ unit }) => unit),
    [byId, answer],
  );
  const shown = useMemo(() => columnsOf(kind), [kind]);
  const asked = { ...input, ...(due === null ? {} : { due_on: due }) };
  const rowOf = useCallback((id: string) => byId.get(id), [byId]);
  const silent = [...byId.values()].filter(({ answered_at }) => answered_at === null).length;
  const hand = async (make: Parameters<typeof handOver>[0]) => {
    await handOver(make);
    await queries.invalidateQueries();
  };
  const makeAll = async () => {
    const ended = await makingAll.start(asked);
    if (ended.step === 'done' && here.current) await hand(() => Promise.resolve({ file: ended.made.zip }));
  };
  useKeys({ escape: () => navigate('/imports') });
  const tools = (
    <>
      <SelectFilter
        label="Biểu"
        none="Biểu sinh hoạt"
        words={otherKinds}
        value={isOtherKind(other) ? other : null}
        onChange={(value) => setOther(value ?? '')}
      />
      <SelectFilter
        label="Trả lời"
        none="Mọi đơn vị"
        words={{ silent: 'Chưa gửi lại' }}
        value={answer === 'silent' ? answer : null}
        onChange={(value) => setAnswer(value ?? '')}
      />
      <DateField label="Hạn gửi lại" value={due} onChange={setDue} />
      <Button
        className="tools-end"
        disabled={byId.size === 0}
        loading={all.step === 'working'}
        onClick={() => void makeAll()}
      >
        Tạo biểu cho mọi đơn vị (.zip)
      </Button>
      <Button variant="default" title="Esc" onClick={() => navigate('/imports')}>
        Nhập biểu đã điền
      </Button>
    </>
  );
  if (!listed.data) {
    return <ListScreen tools={tools}>{listed.isError ? <ErrorState error={listed.error} /> : <Waiting />}</ListScreen>;
  }
  return (
    <ListScreen
      tools={tools}
      foot={
        <>
          <span>
            {periodLabel(period)}: {formatInt(byId.size)} {kind === 'visits' ? 'cán bộ' : 'đơn vị'}, {formatInt(silent)}{' '}
            chưa trả lời
          </span>
          <Hint words="Enter: tạo biểu của một đơn vị" />
        </>
      }
    >
      {all.step === 'working' && <OwnJobProgress kind="forms" />}
      {all.step === 'failed' && <ErrorState error={all.error} />}
      <DataTable
        label="Biểu thu thập"
        keep="collecting"
        columns={shown}
        ids={ids}
        rowOf={rowOf}
        autoFocus
        onOpen={(unit) => void hand(() => client.collecting.make({ ...asked, unit }))}
        rowClass={({ answered_at }) => (answered_at === null ? '' : 'quiet')}
        empty={
          <EmptyState title="Chưa có đơn vị nào để gửi biểu">
            <p>Nhập danh sách tổ chức đảng trước.</p>
          </EmptyState>
        }
      />
    </ListScreen>
  );
}
