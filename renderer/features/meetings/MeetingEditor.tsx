import './meetings.css';
import { Button } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Link, useLocation } from 'wouter';
import type { MeetingPage } from '../../../electron/contract/meetings.ts';
import { useHandOver } from '../../app/frame/Notices.tsx';
import { useKeptChoice } from '../../app/kept.ts';
import { useKeys } from '../../app/keys.ts';
import { client } from '../../app/link.ts';
import { periodLabel } from '../../app/period.ts';
import { placeOf } from '../../app/places.ts';
import { readPrevious } from '../../app/previous.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Icon } from '../../components/icons.tsx';
import { ErrorState, Note } from '../../components/states.tsx';
import { RecordHistory } from '../people/RecordHistory.tsx';
import { usePrinting } from '../printing/use-printing.tsx';
import type { Draft } from './draft-store.ts';
import { MinutesPreview } from './MinutesPreview.tsx';
import { moveOn } from './move-on.ts';
import { NotHeldDialog } from './NotHeldDialog.tsx';
import { StepForm } from './StepForm.tsx';
import { completeSteps, nextStep, steps } from './steps.ts';
import { useMeetingCheck } from './use-meeting-check.ts';
import { useMeetingDraft } from './use-meeting-draft.ts';

const stepKeys = steps.map(({ key }) => key);

/** The steps, the form, and the minutes as they will print, side by side. */
export function MeetingEditor({ page, kept }: { page: MeetingPage; kept: Draft | null }) {
  const { meeting } = page;
  const [, navigate] = useLocation();
  const handOver = useHandOver();
  const printing = usePrinting();
  const draft = useMeetingDraft(page, kept);
  const { form, dirty, set, drop, save } = draft;
  const check = useMeetingCheck(meeting.id, form);
  const [chosen, setStep] = useKeptChoice(`meeting:${meeting.id}:step`, stepKeys, 'opening');
  const [leaving, setLeaving] = useState(false);
  const [dropping, setDropping] = useState(false);
  const [notHeld, setNotHeld] = useState(false);
  const [printError, setPrintError] = useState<unknown>(null);
  const formBox = useRef<HTMLElement>(null);
  const step = chosen ?? 'opening';
  const complete = completeSteps(form);
  const next = nextStep(step);

  // A refusal is shown above the form by `draft.error`.
  const trySave = () => save().catch(() => undefined);
  const back = readPrevious() ?? '/meetings';
  const leave = () => (dirty ? setLeaving(true) : navigate(back));
  const print = async () => {
    try {
      setPrintError(null);
      await printing.print(await client.meetings.minutes({ id: meeting.id, form }));
    } catch (error) {
      setPrintError(error);
    }
  };
  const toWord = () =>
    handOver(async () => {
      if (dirty) await save();
      return client.meetings.minutesFile({ id: meeting.id, format: 'docx' });
    });
  const enterStep = useCallback(
    () => formBox.current?.querySelector<HTMLElement>('input, select, textarea, [role="grid"], button')?.focus(),
    [],
  );
  useEffect(enterStep, [enterStep]);
  /** The step is drawn at once: a clerk types on, and focus that comes later would take the field from under the hands. */
  const goTo = (key: (typeof stepKeys)[number]) => {
    flushSync(() => setStep(key));
    enterStep();
  };
  useKeys({ 'ctrl+s': () => void trySave(), 'ctrl+p': () => void print(), escape: leave });

  return (
    <div className="meeting">
      <header className="meeting-head">
        <Link href={back} className="report-back">
          {placeOf(back)?.label ?? 'Sinh hoạt'}
        </Link>
        <h2 title={`${meeting.cell} — ${meeting.grassroots}`}>
          {meeting.cell}
          {meeting.grassroots !== meeting.cell && <> — {meeting.grassroots}</>}
          <span className="quiet"> · {periodLabel(meeting.period)}</span>
        </h2>
        <span className={`small ${dirty ? 'caution' : 'quiet'}`} role="status">
          {dirty ? 'Chưa lưu, nháp đã giữ' : meeting.state === 'held' ? 'Đã lưu' : 'Chưa ghi là đã họp'}
        </span>
        {dirty && (
          <Button variant="subtle" color="gray" onClick={() => setDropping(true)}>
            Bỏ thay đổi
          </Button>
        )}
        {meeting.state !== 'held' && (
          <Button variant="default" onClick={() => setNotHeld(true)}>
            Tháng này không họp…
          </Button>
        )}
        <Button variant="default" onClick={print}>
          In biên bản
        </Button>
        <Button variant="default" onClick={toWord}>
          Xuất Word
        </Button>
        <Button onClick={trySave} loading={draft.saving} disabled={!dirty && meeting.state === 'held'}>
          Lưu
        </Button>
      </header>
      <div className="meeting-columns">
        <nav className="steps" aria-label="Các bước">
          {steps.map(({ key, label }) => (
            <button key={key} type="button" aria-current={key === step ? 'step' : undefined} onClick={() => goTo(key)}>
              <span className={complete.has(key) ? 'fine' : 'quiet'}>
                <Icon name={complete.has(key) ? 'tick' : 'circle'} />
              </span>
              <span>{label}</span>
              {complete.has(key) && <span className="unseen">(đủ)</span>}
            </button>
          ))}
        </nav>
        <section
          ref={formBox}
          className="meeting-form form"
          aria-label={steps.find(({ key }) => key === step)?.label}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.defaultPrevented || !formBox.current) return;
            if (!moveOn(formBox.current, event) && next) goTo(next);
          }}
        >
          {draft.error && <ErrorState error={draft.error} />}
          {printError !== null && <ErrorState error={printError} />}
          {draft.overtaken && (
            <Note tone="caution">
              Buổi sinh hoạt này đã được sửa trong sổ sau khi bắt đầu nháp. Lưu sẽ ghi đè bằng nháp; “Bỏ thay đổi” trở
              về bản trong sổ.
            </Note>
          )}
          {meeting.not_held_reason && (
            <Note tone="caution">
              Tháng này ghi là {meeting.state === 'postponed' ? 'hoãn họp' : 'không họp'}: {meeting.not_held_reason}.
              Lưu với ngày họp sẽ ghi là đã họp.
            </Note>
          )}
          <StepForm step={step} page={page} form={form} set={set} check={check} />
          {next && (
            <div>
              <Button variant="default" onClick={() => goTo(next)}>
                Tiếp: {steps.find(({ key }) => key === next)?.label}
              </Button>
            </div>
          )}
          {!next && <RecordHistory record="meeting" id={meeting.id} />}
        </section>
        <MinutesPreview
          id={meeting.id}
          period={meeting.period}
          form={form}
          part={steps.find(({ key }) => key === step)?.part}
        />
      </div>
      {printing.preview}
      {notHeld && (
        <NotHeldDialog
          cellId={meeting.cell_id}
          cell={meeting.cell}
          period={meeting.period}
          onClose={() => setNotHeld(false)}
        />
      )}
      <Dialog
        title="Buổi sinh hoạt chưa lưu"
        opened={leaving}
        onClose={() => setLeaving(false)}
        action="Lưu và đóng"
        cancel="Ở lại"
        busy={draft.saving}
        error={draft.error}
        onAction={() =>
          void save().then(
            () => navigate(back),
            () => undefined,
          )
        }
        other={{
          label: 'Không lưu',
          onAct: () => {
            drop();
            navigate(back);
          },
        }}
      >
        <p>Có thay đổi chưa lưu của buổi sinh hoạt này.</p>
      </Dialog>
      <Dialog
        title="Bỏ thay đổi"
        opened={dropping}
        onClose={() => setDropping(false)}
        action="Bỏ thay đổi"
        cancel="Giữ lại"
        destructive
        onAction={() => {
          drop();
          // Closed at once, so that the dialog does not give the focus back to its button afterwards.
          flushSync(() => setDropping(false));
          enterStep();
        }}
      >
        <p>Những gì đã gõ mà chưa lưu của buổi sinh hoạt này sẽ mất, không lấy lại được.</p>
      </Dialog>
    </div>
  );
}
