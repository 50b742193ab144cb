import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { ImportDecisions } from '../../../electron/contract/import-decisions.ts';
import type { ImportResult } from '../../../electron/contract/imports.ts';
import type { LongState } from '../../app/long-work.ts';
import { formatInt } from '../../components/format.ts';
import { ErrorState, Note } from '../../components/states.tsx';
import { OwnJobProgress } from '../jobs/JobProgress.tsx';
import { decisionWords } from './decision-words.ts';
import { importTotals, sheetCounts, sheetLines } from './import-lines.ts';
import { sheetKindWords } from './import-words.ts';
import { MembersByCell } from './MembersByCell.tsx';

type Props = {
  result: ImportResult;
  decisions: ImportDecisions;
  /** What has come of writing it so far. */
  written: LongState<ImportResult>;
  onBack: () => void;
  onWrite: (accept: boolean) => void;
};

/** The decision: with errors in it, writing the good rows without the refused must be chosen in so many words. */
export function DecideStep({ result, decisions, written, onBack, onWrite }: Props) {
  const [accept, setAccept] = useState(false);
  const totals = importTotals(result);
  const made = decisionWords(decisions);
  const nothing = totals.created + totals.updated === 0;
  return (
    <section className="import-body">
      <h2>Ghi vào sổ</h2>
      <SheetTable result={result} />
      <MembersByCell result={result} />
      {made.length > 0 && <p>Đã quyết định ở bước trước: {made.join(', ')}.</p>}
      {totals.review > 0 && (
        <Note tone="caution">
          {formatInt(totals.review)} dòng cần chọn sẽ được ghi thành hồ sơ riêng vì chưa chọn là ai. Quay lại bước 2 để
          chọn: cập nhật người đã có, tạo mới hay bỏ dòng.
        </Note>
      )}
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
      {written.step === 'failed' && <ErrorState error={written.error} />}
      {written.step === 'stopped' && <Note tone="fine">Đã dừng. Chưa có gì được ghi vào sổ.</Note>}
      {written.step === 'working' && <OwnJobProgress kind="import" />}
      <div className="import-buttons">
        <Button
          loading={written.step === 'working'}
          data-autofocus={totals.errors === 0 || undefined}
          disabled={nothing || (totals.errors > 0 && !accept)}
          onClick={() => onWrite(totals.errors > 0)}
        >
          Ghi vào sổ
        </Button>
        <Button variant="default" disabled={written.step === 'working'} onClick={onBack}>
          Xem lại nhận dạng
        </Button>
      </div>
    </section>
  );
}

/** What each sheet brings, and all together. */
function SheetTable({ result }: { result: ImportResult }) {
  const totals = importTotals(result);
  const lines = sheetLines(result).filter(({ sheet }) => sheet.read > 0);
  return (
    <table className="decide-sheets">
      <thead>
        <tr>
          <th scope="col">Trang</th>
          <th scope="col">Nhận là</th>
          {['Mới', 'Thay đổi', 'Không đổi', 'Lỗi', 'Cảnh báo'].map((word) => (
            <th key={word} scope="col" data-align="right">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const { errors, warnings } = sheetCounts(line);
          const { name, kind, created, updated, unchanged } = line.sheet;
          return (
            <tr key={line.id}>
              <th scope="row">
                {name} <span className="quiet">· {line.file}</span>
              </th>
              <td>{sheetKindWords[kind] ?? kind}</td>
              <Numbers values={[created, updated, unchanged, errors, warnings]} />
            </tr>
          );
        })}
        <tr>
          <th scope="row">
            <strong>Cộng</strong>
          </th>
          <td />
          <Numbers values={[totals.created, totals.updated, totals.unchanged, totals.errors, totals.warnings]} />
        </tr>
      </tbody>
    </table>
  );
}

const counted = ['created', 'updated', 'unchanged', 'errors', 'warnings'] as const;

function Numbers({ values }: { values: readonly number[] }) {
  return counted.map((name, index) => (
    <td key={name} className="numbers" data-align="right">
      {formatInt(values[index] ?? 0)}
    </td>
  ));
}
