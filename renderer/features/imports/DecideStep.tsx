import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { ImportResult } from '../../../electron/contract/imports.ts';
import { formatInt } from '../../components/format.ts';
import { Facts } from '../../components/Pane.tsx';
import { ErrorState, Note } from '../../components/states.tsx';
import { importTotals } from './import-lines.ts';

type Props = {
  result: ImportResult;
  writing: boolean;
  error: unknown;
  onBack: () => void;
  onWrite: (accept: boolean) => void;
};

/** The decision: with errors in it, writing the good rows without the refused must be chosen in so many words. */
export function DecideStep({ result, writing, error, onBack, onWrite }: Props) {
  const [accept, setAccept] = useState(false);
  const totals = importTotals(result);
  const nothing = totals.created + totals.updated === 0;
  return (
    <section className="import-body">
      <h2>Ghi vào sổ</h2>
      <Facts
        facts={[
          ['Tệp', result.workbooks.map(({ file }) => file).join(', ')],
          ['Bản ghi mới', formatInt(totals.created)],
          ['Thay đổi', formatInt(totals.updated)],
          ['Không đổi', formatInt(totals.unchanged)],
          ['Cảnh báo', formatInt(totals.warnings)],
          ['Lỗi', formatInt(totals.errors)],
        ]}
      />
      {totals.errors > 0 && (
        <>
          <Note tone="caution">
            {formatInt(totals.errors)} lỗi; mỗi lỗi đã nói rõ là bỏ cả dòng hay chỉ để trống một ô. Có thể quay lại, sửa
            trong Excel rồi đọc lại tệp; hoặc ghi phần đúng ngay bây giờ.
          </Note>
          <Checkbox
            size="xs"
            label={`Ghi phần đúng, bỏ ${formatInt(totals.errors)} ô hoặc dòng có lỗi`}
            data-autofocus
            checked={accept}
            onChange={(event) => setAccept(event.currentTarget.checked)}
          />
        </>
      )}
      {nothing && <p className="quiet">Không có gì mới để ghi.</p>}
      {error != null && <ErrorState error={error} />}
      <div className="import-buttons">
        <Button
          loading={writing}
          data-autofocus={totals.errors === 0 || undefined}
          disabled={nothing || (totals.errors > 0 && !accept)}
          onClick={() => onWrite(totals.errors > 0)}
        >
          Ghi vào sổ
        </Button>
        <Button variant="default" disabled={writing} onClick={onBack}>
          Xem lại nhận dạng
        </Button>
      </div>
    </section>
  );
}
