import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { ImportResult } from '../../../electron/contract/imports.ts';
import { api } from '../../app/data.ts';
import { formatInt } from '../../components/format.ts';
import { Facts } from '../../components/Pane.tsx';
import { Note } from '../../components/states.tsx';
import { importTotals } from './import-lines.ts';
import { MembersByCell } from './MembersByCell.tsx';
import { UndoImport } from './UndoImport.tsx';

/** What was written, where to see it, and the way back. */
export function DoneStep({ result, onAgain }: { result: ImportResult; onAgain: () => void }) {
  const totals = importTotals(result);
  const runs = useQuery(api.imports.runs.queryOptions());
  const run = runs.data?.find(({ id }) => id === result.import_id);
  const files = result.workbooks.map(({ file }) => file);
  return (
    <section className="import-body">
      <h2 tabIndex={-1} data-autofocus>
        Đã ghi vào sổ
      </h2>
      <Note tone="fine">
        {formatInt(totals.created)} bản ghi mới, {formatInt(totals.updated)} thay đổi, từ {files.join(', ')}.
      </Note>
      <Facts
        facts={[
          ['Không đổi', formatInt(totals.unchanged)],
          ['Ô, dòng lỗi đã bỏ', formatInt(totals.errors)],
          ['Cảnh báo', formatInt(totals.warnings)],
        ]}
      />
      <MembersByCell result={result} />
      <p>
        Xem: <Link href="/organisations">Tổ chức đảng</Link> · <Link href="/members">Đảng viên</Link> ·{' '}
        <Link href="/officials">Cán bộ dự SH</Link> · <Link href="/meetings">Sinh hoạt</Link> ·{' '}
        <Link href="/reports">Báo cáo</Link>
      </p>
      <div className="import-buttons">
        <Button variant="default" onClick={onAgain}>
          Nhập tiếp
        </Button>
        {run && <UndoImport files={files} transaction={run.transaction} actor={run.actor} onUndone={onAgain} />}
      </div>
    </section>
  );
}
