import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { SheetRecord } from '../../../electron/contract/ratings.ts';
import { useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { DateField } from '../../components/DateField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { formatDate, formatInt } from '../../components/format.ts';
import { Facts, Pane, PanePart } from '../../components/Pane.tsx';
import { ErrorState, Note } from '../../components/states.tsx';
import { NewSheetDialog } from './NewSheetDialog.tsx';
import { kindsOf, problemsOf, stateOf } from './sheet-columns.tsx';

/** One version of a sheet: since when it applies, how often it was used, and what can be done with it. */
export function SheetPane({ sheet, onClose }: { sheet: SheetRecord; onClose: () => void }) {
  const [, navigate] = useLocation();
  const [dialog, setDialog] = useState<'adopt' | 'close' | 'copy' | null>(null);
  const offerUndo = useOfferUndo();
  const removal = useChange(() => client.ratings.deleteSheet({ id: sheet.id }));
  const applies = sheet.valid_from !== null;
  return (
    <Pane title={sheet.name} under={`Mã ${sheet.code}, phiên bản ${sheet.version}`} onClose={onClose}>
      {sheet.errors > 0 && <Note tone="problem">Mẫu còn {sheet.errors} lỗi: mở mẫu để sửa trước khi áp dụng.</Note>}
      {removal.error && <ErrorState error={removal.error} />}
      <Facts
        facts={[
          ['Áp dụng', stateOf(sheet)],
          ['Sớm nhất từ', sheet.not_before === null ? null : formatDate(sheet.not_before)],
          ['Căn cứ', sheet.issued_with],
          ['Phạm vi', sheet.scope_organisation ?? 'Mọi chi bộ của sổ'],
          ['Loại buổi', kindsOf(sheet)],
          ['Số phiếu đã chấm', formatInt(sheet.ratings)],
          ['Lỗi, cảnh báo', problemsOf(sheet)],
        ]}
      />
      <PanePart title="Việc có thể làm">
        <div className="scoring-acts">
          <Button onClick={() => navigate(`/scoring/sheet/${sheet.id}`)}>Mở mẫu</Button>
          <Button variant="default" disabled={sheet.errors > 0} onClick={() => setDialog('adopt')}>
            {applies ? 'Đổi ngày áp dụng' : 'Áp dụng từ ngày…'}
          </Button>
          {applies && (
            <Button variant="default" onClick={() => setDialog('close')}>
              Thôi áp dụng…
            </Button>
          )}
          <Button variant="default" onClick={() => setDialog('copy')}>
            Sao thành mẫu mới
          </Button>
          {sheet.ratings === 0 && (
            <Button
              variant="default"
              loading={removal.isPending}
              onClick={() =>
                removal.mutate(undefined, {
                  onSuccess: () => {
                    onClose();
                    void offerUndo(`Đã xóa mẫu: ${sheet.name}`);
                  },
                })
              }
            >
              Xóa mẫu
            </Button>
          )}
        </div>
      </PanePart>
      {dialog === 'adopt' && <DayDialog sheet={sheet} act="adopt" onClose={() => setDialog(null)} />}
      {dialog === 'close' && <DayDialog sheet={sheet} act="close" onClose={() => setDialog(null)} />}
      {dialog === 'copy' && <NewSheetDialog copyOf={sheet} onClose={() => setDialog(null)} />}
    </Pane>
  );
}

type DayProps = { sheet: SheetRecord; act: 'adopt' | 'close'; onClose: () => void };

/** The day a sheet begins to apply, or the last on which it does. */
function DayDialog({ sheet, act, onClose }: DayProps) {
  const [day, setDay] = useState(act === 'adopt' ? (sheet.valid_from ?? sheet.not_before) : sheet.valid_to);
  const change = useChange((on: string) =>
    act === 'adopt'
      ? client.ratings.adopt({ id: sheet.id, from: on })
      : client.ratings.closeSheet({ id: sheet.id, to: on }),
  );
  const adopts = act === 'adopt';
  return (
    <Dialog
      title={adopts ? 'Áp dụng mẫu chấm điểm' : 'Thôi áp dụng mẫu chấm điểm'}
      opened
      onClose={onClose}
      action={adopts ? 'Áp dụng' : 'Ghi ngày'}
      busy={change.isPending}
      disabled={day === null}
      error={change.error}
      onAction={() => {
        if (day !== null) change.mutate(day, { onSuccess: onClose });
      }}
    >
      <p>
        {adopts
          ? 'Các buổi sinh hoạt từ ngày này chấm theo mẫu. Mẫu cũ cùng phạm vi, cùng loại buổi hết áp dụng vào ngày trước đó.'
          : 'Các buổi sinh hoạt sau ngày này không chấm theo mẫu nữa. Phiếu đã chấm giữ nguyên.'}
      </p>
      <DateField label={adopts ? 'Áp dụng từ ngày' : 'Ngày cuối áp dụng'} required value={day} onChange={setDay} />
    </Dialog>
  );
}
