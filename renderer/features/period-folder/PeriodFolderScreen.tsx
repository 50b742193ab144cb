import './period-folder.css';
import { useLocation } from 'wouter';
import { useKeys } from '../../app/keys.ts';
import { client } from '../../app/link.ts';
import { longWork } from '../../app/long-work.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { Note } from '../../components/states.tsx';
import { useFirstFocus } from '../../components/use-first-focus.ts';
import { OwnJobProgress } from '../jobs/JobProgress.tsx';
import { ChooseContents } from './ChooseContents.tsx';
import { FolderResult } from './FolderResult.tsx';

const making = longWork(client.folders.make);

/** "Hồ sơ cả kỳ": every document and report of the chosen period at once. */
export function PeriodFolderScreen() {
  const { period, label } = usePeriod();
  const [, navigate] = useLocation();
  const state = making.use();
  const isAsked = state.step === 'working';
  const box = useFirstFocus<HTMLDivElement>(state.step);
  // The work goes on.
  useKeys({ escape: () => navigate('/documents') });
  return (
    <div ref={box} className="period-folder">
      {isAsked && (
        <section className="period-folder-body">
          <h2 tabIndex={-1} data-autofocus>
            Đang lập hồ sơ
          </h2>
          <OwnJobProgress kind="folder" />
        </section>
      )}
      {state.step === 'done' && <FolderResult made={state.made} onAgain={making.reset} />}
      {!isAsked && state.step !== 'done' && (
        <>
          {state.step === 'stopped' && <Note tone="fine">Đã dừng lập hồ sơ. Không có tệp nào được giữ lại.</Note>}
          <ChooseContents
            key={period}
            period={period}
            label={label}
            error={state.step === 'failed' ? state.error : null}
            onMake={(question) => void making.start(question)}
          />
        </>
      )}
    </div>
  );
}
