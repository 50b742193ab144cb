import { Button, Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { WritingState } from './use-import.ts';

/** Until then the button alone says that something is going on. Milliseconds. */
const quiet = 1000;

/** How far the writing is, once it takes longer than a moment, and the way to stop it. */
export function WritingProgress({
  writing: { what, done, of },
  onStop,
}: {
  writing: WritingState;
  onStop: () => void;
}) {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setShown(true), quiet);
    return () => window.clearTimeout(timer);
  }, []);
  if (!isShown) return null;
  const percent = of > 0 ? Math.round((done / of) * 100) : 0;
  return (
    <div className="import-writing" role="status">
      <div className="numbers">
        {what}: {percent}%
      </div>
      <Progress value={percent} transitionDuration={0} aria-label="Tiến độ ghi vào sổ" />
      <div>
        <Button variant="default" onClick={onStop}>
          Dừng
        </Button>
      </div>
    </div>
  );
}
