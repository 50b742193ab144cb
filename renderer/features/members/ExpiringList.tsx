import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { ExpiringRecord } from '../../../electron/contract/member-events.ts';
import { api } from '../../app/data.ts';
import { useKeptChoice, useKeptText } from '../../app/kept.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { type Column, givenNameFirst, type Sort, sortRows } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { FilterBox } from '../../components/FilterBox.tsx';
import { matchesWords } from '../../components/fold.ts';
import { formatDate, formatInt } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { OrganisationPicker } from '../../components/OrganisationPicker.tsx';
import { SelectFilter } from '../../components/SelectFilter.tsx';
import { EmptyState, ErrorState, Waiting } from '../../components/states.tsx';
import { codesOf } from '../../components/words.ts';
import { MemberPane } from './MemberPane.tsx';
import { daysLeftWords } from './member-words.ts';
import { NewMemberButton } from './NewMemberButton.tsx';

const whatWords: Readonly<Record<ExpiringRecord['what'], string>> = {
  ceremony: 'Chưa ghi lễ kết nạp',
  probation: 'Hết thời gian dự bị',
  temporarily_away: 'SHTT nơi khác hết hạn',
  temporarily_received: 'SHTT đến hết hạn',
  temporarily_exempt: 'Tạm miễn hết hạn',
  exemption_review: 'Xem lại miễn, giảm',
  exemption_end: 'Miễn, giảm hết hạn',
  suspension_end: 'Đình chỉ hết hạn',
  transfer_paperwork: 'Chuyển đi chưa có phiếu báo',
};
const whats = codesOf(whatWords);

const columns: readonly Column<ExpiringRecord>[] = [
  {
    key: 'day',
    heading: 'Ngày đến hạn',
    width: 116,
    align: 'right',
    text: ({ day }) => formatDate(day),
    date: ({ day }) => day,
    sortBy: ({ day }) => day,
  },
  {
    key: 'left',
    heading: 'Còn lại',
    width: 104,
    spare: 1,
    text: daysLeftWords,
    sortBy: ({ days_left }) => days_left,
    cell: (row) => <span className={row.days_left < 0 ? 'problem' : ''}>{daysLeftWords(row)}</span>,
  },
  { key: 'what', heading: 'Việc', width: 256, text: ({ words }) => words, sortBy: ({ words }) => words },
  {
    key: 'name',
    heading: 'Họ và tên',
    width: 184,
    text: ({ full_name }) => full_name,
    sortBy: ({ full_name }) => givenNameFirst(full_name),
  },
  {
    key: 'cell',
    heading: 'Chi bộ',
    width: 260,
    grow: true,
    text: ({ cell, grassroots }) => (cell === grassroots ? cell : `${cell} — ${grassroots}`),
    sortBy: ({ cell }) => cell,
  },
];

/** Statuses about to expire, those past their day first (BC-13; R23, R24, R25, probation, reviews). */
export function ExpiringList({ selected, views }: { selected: string | undefined; views: ReactNode }) {
  const { asOf } = usePeriod();
  const [, navigate] = useLocation();
  const [text, setText] = useKeptText('members:expiring:text');
  const [organisation, setOrganisation] = useKeptText('members:organisation');
  const [what, setWhat] = useKeptChoice('members:expiring:what', whats, null);
  const [sort, setSort] = useState<Sort | null>(null);
  const list = useQuery(
    api.members.expiring.queryOptions({
      input: { as_of: asOf, ...(organisation ? { organisation_id: organisation } : {}) },
    }),
  );
  const rows = useMemo(() => {
    const fitting = (list.data ?? []).filter(
      (row) => (what === null || row.what === what) && matchesWords(`${row.full_name} ${row.cell}`, text),
    );
    return sortRows(fitting, columns, sort);
  }, [list.data, what, text, sort]);
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  if (list.isError) return <ErrorState error={list.error} />;
  if (!list.data) return <Waiting />;
  const past = rows.filter(({ days_left }) => days_left < 0).length;
  const isFiltered = what !== null || text !== '' || organisation !== '';
  const clear = () => {
    setText('');
    setWhat(null);
    setOrganisation('');
  };
  return (
    <ListScreen
      tools={
        <>
          {views}
          <FilterBox value={text} onChange={setText} placeholder="Tìm theo họ tên, chi bộ; không cần dấu" />
          <OrganisationPicker
            value={organisation || null}
            onChange={(id) => setOrganisation(id ?? '')}
            none="Mọi tổ chức"
            width={180}
          />
          <SelectFilter
            label="Việc"
            none="Mọi việc"
            words={whatWords}
            value={what}
            onChange={(value) => setWhat(whats.find((code) => code === value) ?? null)}
          />
          <NewMemberButton />
        </>
      }
      foot={
        <>
          <span>
            {formatInt(rows.length)} việc đến hạn tính từ {formatDate(asOf)} · quá hạn {formatInt(past)}
          </span>
          <Hint words="Ngày làm việc tính thứ Hai đến thứ Sáu, không trừ ngày lễ" />
        </>
      }
      pane={selected && <MemberPane id={selected} onClose={() => navigate('/members')} />}
    >
      <DataTable
        label="Sắp đến hạn"
        keep="members:expiring"
        columns={columns}
        ids={ids}
        rowOf={(id) => byId.get(id)}
        sort={sort}
        onSort={(key) => setSort((old) => ({ key, descending: old?.key === key && !old.descending }))}
        onOpen={(id) => {
          const row = byId.get(id);
          if (row) navigate(`/members/${row.member_id}`, { replace: selected !== undefined });
        }}
        autoFocus
        empty={
          isFiltered ? (
            <EmptyState title="Không có việc nào khớp">
              <button type="button" className="door" onClick={clear}>
                Bỏ mọi bộ lọc
              </button>
            </EmptyState>
          ) : (
            <EmptyState title="Không có việc nào sắp đến hạn">
              <p>
                Ở đây nhắc đảng viên dự bị đủ thời gian, sinh hoạt tạm thời, tạm miễn, đình chỉ sắp hết hạn, miễn sinh
                hoạt đến ngày xem lại và hồ sơ chuyển đi chưa có phiếu báo.
              </p>
            </EmptyState>
          )
        }
      />
    </ListScreen>
  );
}
