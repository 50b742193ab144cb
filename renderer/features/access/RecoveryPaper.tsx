import { Button } from '@mantine/core';
import type { Recovery } from '../../../electron/contract/access.ts';
import { shell } from '../../app/shell.ts';
import { Note } from '../../components/states.tsx';

type Props = { recovery: Recovery; unchanged: readonly string[]; onDone: () => void };

/** The code that opens the office when the passphrase is forgotten: to be printed now and kept apart. */
export function RecoveryPaper({ recovery: { code, paper }, unchanged, onDone }: Props) {
  return (
    <section className="recovery" aria-label="Mã khôi phục">
      <h3>Mã khôi phục</h3>
      <p>Quên mật khẩu thì chỉ mã này mở được sổ. In ra, cất trong két hoặc tủ tài liệu mật, tách khỏi máy tính.</p>
      <p className="recovery-code">
        {code.split('-').map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be alike; they never change
          <span key={index}>{group}</span>
        ))}
      </p>
      {unchanged.length > 0 && (
        <Note tone="caution">
          Các bản sao lưu này không mở được nên còn như cũ: {unchanged.join(', ')}. Xóa đi nếu không cần.
        </Note>
      )}
      <div className="unlock-ways">
        <Button onClick={() => void shell.print(paper)}>In mã khôi phục</Button>
        <Button variant="default" onClick={onDone}>
          Đã cất, ẩn mã
        </Button>
      </div>
    </section>
  );
}
