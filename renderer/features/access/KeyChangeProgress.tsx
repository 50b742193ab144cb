import { Button, Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { KeyProgress } from './use-key-change.ts';

/** Until then the button alone says that something is going on. Milliseconds. */
const quiet = 1000;

/** How far the office and its backups are under their new key, once it takes longer than a moment, and the way to stop it. */
export function KeyChangeProgress({ progress: { done, of }, onStop }: { progress: KeyProgress; onStop: () => void }) {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setShown(true), quiet);
    return () => window.clearTimeout(timer);
  }, []);
  if (!isShown) return null;
  const percent = of > 0 ? Math.round((done / of) * 100) : 0;
  return (
    <div className="key-change" role="status">
      <div className="numbers">Sổ và các bản sao lưu: {percent}%</div>
      <Progress value={percent} transitionDuration={0} aria-label="Tiến độ đổi khóa" />
      <div>
        <Button type="button" variant="default" onClick={onStop}>
          Dừng
        </Button>
      </div>
    </div>
  );
}
