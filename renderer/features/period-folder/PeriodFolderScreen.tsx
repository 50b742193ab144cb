import './period-folder.css';
import { Button, Progress } from '@mantine/core';
import { useLocation } from 'wouter';
import { useKeys } from '../../app/keys.ts';
import { periodInText } from '../../app/period.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { formatInt } from '../../components/format.ts';
import { useFirstFocus } from '../../components/use-first-focus.ts';
import { ChooseContents } from './ChooseContents.tsx';
import { FolderResult } from './FolderResult.tsx';
import { usePeriodFolder } from './use-period-folder.ts';

/** "Hồ sơ cả kỳ": every document and report of the chosen period at once. */
export function PeriodFolderScreen() {
  const { period, label } = usePeriod();
  const [, navigate] = useLocation();
  const { state, make, stop, startAgain } = usePeriodFolder();
  const box = useFirstFocus<HTMLDivElement>(state.step);
  useKeys({
    escape: () => (state.step === 'making' ? stop() : navigate('/documents')),
  });
  return (
    <div ref={box} className="period-folder">
      {state.step === 'choose' && (
        <ChooseContents key={period} period={period} label={label} error={state.error} onMake={make} />
      )}
      {state.step === 'making' && (
        <section className="period-folder-body">
          <h2>Đang lập hồ sơ {periodInText(label)}</h2>
          <p className="period-folder-step" title={state.what}>
            {state.what}
          </p>
          <Progress
            value={state.of > 0 ? (state.done / state.of) * 100 : 0}
            transitionDuration={0}
            aria-label="Tiến độ lập hồ sơ"
          />
          <p className="quiet numbers">{state.of > 0 && `${formatInt(state.done)} / ${formatInt(state.of)} tệp`}</p>
          <div>
            <Button variant="default" data-autofocus onClick={stop} title="Esc">
              Dừng
            </Button>
          </div>
        </section>
      )}
      {state.step === 'made' && <FolderResult made={state.made} onAgain={startAgain} />}
    </div>
  );
}
