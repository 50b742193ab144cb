import './imports.css';
import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import type { ChosenFile } from '../../../electron/contract/shell.ts';
import { useDroppedWorkbooks } from '../../app/dropped-files.ts';
import { shell } from '../../app/shell.ts';
import { formatInt } from '../../components/format.ts';
import { useFirstFocus } from '../../components/use-first-focus.ts';
import { ChooseFilesStep } from './ChooseFilesStep.tsx';
import { DecideStep } from './DecideStep.tsx';
import { DoneStep } from './DoneStep.tsx';
import { PreviewButtons, PreviewStep } from './PreviewStep.tsx';
import { type ImportState, useImport } from './use-import.ts';

const steps = ['Chọn tệp', 'Xem nhận dạng', 'Quyết định', 'Kết quả'];
const stepNumbers: Readonly<Record<ImportState['step'], number>> = {
  files: 0,
  reading: 0,
  preview: 1,
  decide: 2,
  done: 3,
};

/** Four steps; going back is always possible, and nothing is written until "Ghi vào sổ". */
export function ImportScreen() {
  const flow = useImport();
  const { state } = flow;
  const [files, setFiles] = useState<ChosenFile[]>([]);
  const box = useFirstFocus<HTMLDivElement>(state.step);
  const at = stepNumbers[state.step];
  useDroppedWorkbooks((dropped) =>
    setFiles((old) => [...old.filter(({ path }) => !dropped.some((file) => file.path === path)), ...dropped]),
  );
  const startAnew = () => {
    setFiles([]);
    flow.startAgain(null);
  };
  return (
    <div ref={box} className="import">
      <div className="import-bar">
        <ol className="import-steps" aria-label="Các bước nhập dữ liệu">
          {steps.map((label, index) => (
            <li key={label} aria-current={index === at ? 'step' : undefined} data-done={index < at || undefined}>
              {index + 1}. {label}
            </li>
          ))}
        </ol>
        {state.step === 'preview' && (
          <PreviewButtons
            decisions={flow.decisions}
            onBack={() => {
              // The browser holds copies: what was put right in Excel since then must be chosen again.
              if (shell.kind === 'browser') setFiles([]);
              flow.startAgain(state.plan);
            }}
            onNext={() => flow.show({ step: 'decide', plan: state.plan, result: state.result })}
          />
        )}
      </div>
      {state.step === 'files' && (
        <ChooseFilesStep files={files} onFiles={setFiles} error={state.error} onRead={() => void flow.read(files)} />
      )}
      {state.step === 'reading' && (
        <section className="import-body">
          <h2>{state.what}</h2>
          <Progress
            value={state.of > 0 ? (state.done / state.of) * 100 : 0}
            transitionDuration={0}
            aria-label="Tiến độ đọc tệp"
          />
          <p className="quiet numbers">{state.of > 0 && `${formatInt(state.done)} / ${formatInt(state.of)}`}</p>
          <div>
            <Button variant="default" data-autofocus onClick={flow.cancel}>
              Dừng đọc
            </Button>
          </div>
        </section>
      )}
      {state.step === 'preview' && <PreviewStep plan={state.plan} result={state.result} decisions={flow.decisions} />}
      {state.step === 'decide' && (
        <DecideStep
          result={state.result}
          decisions={flow.decisions.now}
          written={flow.written}
          onBack={() => flow.show({ step: 'preview', plan: state.plan, result: state.result })}
          onWrite={(accept) => flow.write(state.plan, accept)}
        />
      )}
      {state.step === 'done' && <DoneStep result={state.result} onAgain={startAnew} />}
    </div>
  );
}
