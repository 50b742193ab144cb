import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { OfficeRule } from '../../../electron/contract/rules.ts';
import { api } from '../../app/data.ts';
import { useKeptText } from '../../app/kept.ts';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { FilterBox } from '../../components/FilterBox.tsx';
import { focusList } from '../../components/focus-list.ts';
import { matchesWords } from '../../components/fold.ts';
import { formatInt } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { ErrorState, NoMatch, Waiting } from '../../components/states.tsx';
import { RulePane } from './RulePane.tsx';

const currentOf = (rule: OfficeRule) => rule.versions.find(({ state }) => state === 'current');

const columns: readonly Column<OfficeRule>[] = [
  { key: 'label', heading: 'Quy tắc', width: 250, text: ({ label }) => label },
  { key: 'value', heading: 'Đang dùng', width: 240, grow: true, text: (rule) => currentOf(rule)?.words ?? 'chưa có' },
  { key: 'group', heading: 'Nhóm', width: 176, spare: 1, text: ({ group }) => group },
  { key: 'evidence', heading: 'Căn cứ', width: 68, text: (rule) => currentOf(rule)?.evidence ?? '' },
];

/** Every rule of the office with its value of today; beside it what it affects, its past and its future. */
export function RulesPart() {
  const rules = useQuery(api.rules.list.queryOptions());
  const [text, setText] = useKeptText('settings:rules:text');
  const [open, setOpen] = useState<string | null>(null);
  const shown = useMemo(
    () =>
      new Map(
        (rules.data ?? [])
          .filter(
            ({ label, group, affects }) => text.trim() === '' || matchesWords(`${label} ${group} ${affects}`, text),
          )
          .map((rule) => [rule.code, rule]),
      ),
    [rules.data, text],
  );
  const ids = useMemo(() => [...shown.keys()], [shown]);
  const rowOf = useCallback((code: string) => shown.get(code), [shown]);
  if (rules.isError) return <ErrorState error={rules.error} />;
  if (!rules.data) return <Waiting />;
  const rule = rules.data.find(({ code }) => code === open);
  return (
    <ListScreen
      tools={<FilterBox value={text} onChange={setText} placeholder="Tìm quy tắc; không cần dấu" />}
      foot={
        <>
          <span>{formatInt(ids.length)} quy tắc</span>
          <Hint words="A: có quy định · B: một nguồn hoặc một nơi · C: mặc định, chưa xác nhận · Enter: xem, sửa" />
        </>
      }
      pane={
        rule && (
          <RulePane
            key={rule.code}
            rule={rule}
            onClose={() => {
              setOpen(null);
              focusList();
            }}
          />
        )
      }
    >
      <DataTable
        label="Quy tắc"
        keep="settings:rules"
        columns={columns}
        ids={ids}
        rowOf={rowOf}
        onOpen={setOpen}
        onCurrent={(code) => open !== null && setOpen(code)}
        autoFocus
        empty={<NoMatch title="Không có quy tắc nào khớp" />}
      />
    </ListScreen>
  );
}
