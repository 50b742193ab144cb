import { Button, Progress } from '@mantine/core';
import { Waiting } from '../../components/states.tsx';
import type { KeyProgress } from './use-key-change.ts';

/** How far the office and its backups are under their new key, once it takes longer than a moment, and the way to stop it. */
export function KeyChangeProgress({ progress: { done, of }, onStop }: { progress: KeyProgress; onStop: () => void }) {
  const percent = of > 0 ? Math.round((done / of) * 100) : 0;
  return (
    <Waiting words="Đang đổi khóa của sổ và các bản sao lưu…" inPlace>
      <div className="key-change">
        <div className="numbers">Sổ và các bản sao lưu: {percent} %</div>
        <Progress value={percent} transitionDuration={0} aria-label="Tiến độ đổi khóa" />
        <div>
          <Button type="button" variant="default" onClick={onStop}>
            Dừng
          </Button>
        </div>
      </div>
    </Waiting>
  );
}
