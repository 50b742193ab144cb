import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { api } from '../../app/data.ts';
import { useKeptText } from '../../app/kept.ts';
import { useKeys } from '../../app/keys.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { formatInt } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { RightButton } from '../../components/RightButton.tsx';
import { EmptyState, ErrorState, Waiting } from '../../components/states.tsx';
import { LoadPresetsDialog } from './LoadPresetsDialog.tsx';
import { NewSheetDialog } from './NewSheetDialog.tsx';
import { SheetPane } from './SheetPane.tsx';
import { sheetColumns } from './sheet-columns.tsx';

/** Every version of every sheet; which of them apply, since when, and what is wrong with them. */
export function SheetsList({ tools }: { tools: ReactNode }) {
  const [, navigate] = useLocation();
  const [selected, setSelected] = useKeptText('scoring:selected');
  const [dialog, setDialog] = useState<'presets' | 'new' | null>(null);
  const sheets = useQuery(api.ratings.sheets.queryOptions());
  const byId = useMemo(() => new Map((sheets.data ?? []).map((sheet) => [sheet.id, sheet])), [sheets.data]);
  const ids = useMemo(() => [...byId.keys()], [byId]);
  const rowOf = useCallback((id: string) => byId.get(id), [byId]);
  useKeys({ 'ctrl+n': () => setDialog('new') });
  if (sheets.isError) return <ErrorState error={sheets.error} />;
  if (!sheets.data) return <Waiting />;
  const shown = byId.get(selected);
  const applying = sheets.data.filter(({ valid_from, valid_to }) => valid_from !== null && valid_to === null).length;
  return (
    <>
      <ListScreen
        tools={
          <>
            {tools}
            <RightButton
              needs="ratings.loadPresets"
              variant="default"
              className="tools-end"
              onClick={() => setDialog('presets')}
            >
              Nạp mẫu chấm điểm
            </RightButton>
            <RightButton needs="ratings.createSheet" onClick={() => setDialog('new')}>
              Thêm mẫu trống
            </RightButton>
          </>
        }
        foot={
          <>
            <span>
              {formatInt(ids.length)} mẫu và phiên bản · {formatInt(applying)} đang áp dụng
            </span>
            <Hint words="Enter: mở mẫu · Ctrl+N: thêm mẫu trống" />
          </>
        }
        pane={shown && <SheetPane key={shown.id} sheet={shown} onClose={() => setSelected('')} />}
      >
        <DataTable
          label="Mẫu chấm điểm"
          keep="scoring-sheets"
          columns={sheetColumns}
          ids={ids}
          rowOf={rowOf}
          current={selected || undefined}
          onCurrent={setSelected}
          onOpen={(id) => navigate(`/scoring/sheet/${id}`)}
          onEdit={(id) => navigate(`/scoring/sheet/${id}`)}
          autoFocus
          empty={
            <EmptyState title="Chưa có mẫu chấm điểm nào">
              <p>Nạp các mẫu có sẵn (HD 42, HD 12, An Phú, Phú Thọ) rồi chọn ngày áp dụng; hoặc thêm một mẫu trống.</p>
              <Button onClick={() => setDialog('presets')}>Nạp mẫu chấm điểm</Button>
            </EmptyState>
          }
        />
      </ListScreen>
      {dialog === 'presets' && <LoadPresetsDialog onClose={() => setDialog(null)} onLoaded={setSelected} />}
      {dialog === 'new' && <NewSheetDialog copyOf={null} onClose={() => setDialog(null)} />}
    </>
  );
}
