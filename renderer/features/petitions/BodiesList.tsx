import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { HandlingBody } from '../../../electron/contract/petitions.ts';
import { api, messageOf, useChange } from '../../app/data.ts';
import { useKeptText } from '../../app/kept.ts';
import { useKeys } from '../../app/keys.ts';
import { client } from '../../app/link.ts';
import { type Column, rowMatches } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { FilterBox } from '../../components/FilterBox.tsx';
import { formatDate, formatInt, formatText } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { RightButton } from '../../components/RightButton.tsx';
import { EmptyState, ErrorState, NoMatch, Waiting } from '../../components/states.tsx';
import { authorityWords } from '../../components/words.ts';
import { BodyDialog } from './BodyDialog.tsx';

const columns: readonly Column<HandlingBody>[] = [
  { key: 'name', heading: 'Đơn vị', width: 280, grow: true, text: ({ name }) => name },
  {
    key: 'authority',
    heading: 'Cấp',
    width: 120,
    text: ({ authority }) => formatText(authority && authorityWords[authority]),
  },
  {
    key: 'from',
    heading: 'Từ ngày',
    width: 112,
    text: ({ valid_from }) => formatDate(valid_from),
    date: ({ valid_from }) => valid_from,
  },
  {
    key: 'to',
    heading: 'Đến ngày',
    width: 112,
    text: ({ valid_to }) => formatDate(valid_to),
    date: ({ valid_to }) => valid_to,
  },
  { key: 'successor', heading: 'Đơn vị kế thừa', width: 280, text: ({ successor }) => formatText(successor) },
];

/** The catalogue of bodies that answer, with the days they exist and what came after them (handbook R39). */
export function BodiesList({ tools }: { tools: ReactNode }) {
  const bodies = useQuery(api.petitions.bodies.queryOptions({ input: {} }));
  const [text, setText] = useKeptText('bodies:text');
  const [asked, setAsked] = useState<HandlingBody | 'new' | null>(null);
  const add = useChange(() => client.petitions.addUsualBodies({}));
  const shown = useMemo(
    () => new Map((bodies.data ?? []).filter((body) => rowMatches(body, columns, text)).map((body) => [body.id, body])),
    [bodies.data, text],
  );
  const ids = useMemo(() => [...shown.keys()], [shown]);
  const rowOf = useCallback((id: string) => shown.get(id), [shown]);
  useKeys({ 'ctrl+n': () => setAsked('new') });
  if (bodies.isError) return <ErrorState error={bodies.error} />;
  if (!bodies.data) return <Waiting />;
  return (
    <ListScreen
      tools={
        <>
          {tools}
          <FilterBox value={text} onChange={setText} placeholder="Tìm đơn vị" />
          <RightButton
            needs="petitions.addUsualBodies"
            className="tools-end"
            variant="default"
            loading={add.isPending}
            onClick={() => add.mutate(undefined)}
          >
            Thêm các đơn vị thường dùng
          </RightButton>
          <RightButton needs="petitions.saveBody" onClick={() => setAsked('new')}>
            Thêm đơn vị
          </RightButton>
        </>
      }
      foot={
        <>
          <span>{formatInt(ids.length)} đơn vị</span>
          {add.error && <span className="problem">{messageOf(add.error)}</span>}
          <Hint words="Enter: sửa · Ctrl+N: thêm đơn vị" />
        </>
      }
    >
      <DataTable
        label="Đơn vị giải quyết"
        keep="handling-bodies"
        columns={columns}
        ids={ids}
        rowOf={rowOf}
        onOpen={(id) => setAsked(shown.get(id) ?? null)}
        onEdit={(id) => setAsked(shown.get(id) ?? null)}
        autoFocus
        empty={
          bodies.data.length > 0 ? (
            <NoMatch title="Không có đơn vị nào khớp" />
          ) : (
            <EmptyState title="Chưa có đơn vị giải quyết nào">
              <p>
                Kiến nghị được chuyển đến các đơn vị trong danh mục này. Thêm các đơn vị thường dùng rồi sửa tên theo
                địa phương; các phòng cấp huyện có ngày kết thúc 30/06/2025.
              </p>
            </EmptyState>
          )
        }
      />
      {asked && (
        <BodyDialog body={asked === 'new' ? null : asked} others={bodies.data} onClose={() => setAsked(null)} />
      )}
    </ListScreen>
  );
}
