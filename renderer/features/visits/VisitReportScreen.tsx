import './visits.css';
import { Button, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { VisitReportForm, VisitReportPage } from '../../../electron/contract/visits.ts';
import { api, useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { useKeys } from '../../app/keys.ts';
import { client } from '../../app/link.ts';
import { DateField } from '../../components/DateField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { localToday } from '../../components/date-input.ts';
import { formatDate } from '../../components/format.ts';
import { ErrorState, Note, Waiting } from '../../components/states.tsx';
import { visitReportWords } from '../../components/words.ts';
import { DocumentLinks } from '../documents/DocumentLinks.tsx';
import { moveOn } from '../meetings/move-on.ts';
import { ReportFacts } from './ReportFacts.tsx';
import { ReportFields } from './ReportFields.tsx';

/** The report of one visit (BC-01), full page. */
export function VisitReportScreen({ id }: { id: string }) {
  const page = useQuery(api.visits.report.queryOptions({ input: { visit_id: id } }));
  if (page.isError) {
    return (
      <div className="state">
        <ErrorState error={page.error} />
        <Link href="/schedule">Lịch tháng</Link>
      </div>
    );
  }
  return page.data ? <ReportEditor page={page.data} /> : <Waiting />;
}

type Step = 'submit' | 'return' | 'accept';
const steps = {
  submit: { title: 'Nộp báo cáo', action: 'Ghi đã nộp', done: 'Đã ghi ngày nộp báo cáo' },
  return: { title: 'Trả lại báo cáo', action: 'Trả lại', done: 'Đã trả lại báo cáo' },
  accept: { title: 'Nhận báo cáo', action: 'Ghi đã nhận', done: 'Đã nhận báo cáo' },
} as const;

function ReportEditor({ page }: { page: VisitReportPage }) {
  const { record } = page;
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const formBox = useRef<HTMLElement>(null);
  const [typed, setTyped] = useState<VisitReportForm | null>(null);
  const [step, setStep] = useState<Step | null>(null);
  const [leaving, setLeaving] = useState(false);
  const form = typed ?? page.form;
  const dirty = typed !== null && JSON.stringify(typed) !== JSON.stringify(page.form);
  const closed = record.standing === 'accepted';
  const save = useChange(() => client.visits.saveReport({ visit_id: record.visit_id, form }));
  const trySave = async () => {
    try {
      const next = await save.mutateAsync(undefined);
      queries.setQueryData(api.visits.report.queryKey({ input: { visit_id: record.visit_id } }), next);
      setTyped(null);
      return true;
    } catch {
      // The refusal is shown above the form.
      return false;
    }
  };
  const leave = () => navigate('/schedule');
  useKeys({ 'ctrl+s': () => void (dirty && trySave()), escape: () => (dirty ? setLeaving(true) : leave()) });
  useEffect(() => {
    formBox.current?.querySelector<HTMLElement>('textarea')?.focus();
  }, []);
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
  const begin = async (next: Step) => {
    if (!dirty || (await trySave())) setStep(next);
  };
  return (
    <div className="visit-report">
      <header className="meeting-head">
        <Link href="/schedule" className="report-back">
          Lịch tháng
        </Link>
        <h2 title={`${record.official} — ${record.cell}`}>
          {record.official} dự {record.cell}
          <span className="quiet"> · {formatDate(record.date)}</span>
        </h2>
        <span className={`small ${dirty ? 'caution' : 'quiet'}`} role="status">
          {dirty ? 'Chưa lưu' : visitReportWords[record.standing]}
        </span>
        {record.standing === 'submitted' && (
          <>
            <Button variant="default" onClick={() => void begin('return')}>
              Trả lại
            </Button>
            <Button variant="default" onClick={() => void begin('accept')}>
              Nhận báo cáo
            </Button>
          </>
        )}
        {!closed && record.standing !== 'submitted' && (
          <Button variant="default" onClick={() => void begin('submit')}>
            Nộp
          </Button>
        )}
        <Button onClick={() => void trySave()} loading={save.isPending} disabled={!dirty || closed}>
          Lưu
        </Button>
      </header>
      <div className="visit-report-columns">
        <section
          ref={formBox}
          className="visit-report-form form"
          aria-label="Báo cáo kết quả dự"
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.ctrlKey && !event.defaultPrevented && formBox.current) {
              moveOn(formBox.current, event);
            }
          }}
        >
          {save.error && <ErrorState error={save.error} />}
          <StandingNote page={page} />
          <ReportFields form={form} set={(change) => setTyped({ ...form, ...change })} readOnly={closed} />
        </section>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <section className="visit-report-facts pane-body" tabIndex={0} aria-label="Số liệu lấy từ sổ">
          <p className="small">
            <Link href={`/meetings/${record.meeting_id}`}>Mở buổi sinh hoạt</Link>
          </p>
          <DocumentLinks subject="visit" id={record.visit_id} period={record.period} />
          <ReportFacts record={record} facts={page.facts} />
        </section>
      </div>
      {step && <StepDialog step={step} page={page} onClose={() => setStep(null)} />}
      <Dialog
        title="Báo cáo chưa lưu"
        opened={leaving}
        onClose={() => setLeaving(false)}
        action="Lưu và đóng"
        cancel="Ở lại"
        busy={save.isPending}
        error={save.error}
        onAction={() => void trySave().then((saved) => saved && leave())}
        other={{ label: 'Không lưu', onAct: leave }}
      >
        <p>Có thay đổi chưa lưu của báo cáo này.</p>
      </Dialog>
    </div>
  );
}

function StandingNote({ page: { record } }: { page: VisitReportPage }) {
  const due = record.due_date ? formatDate(record.due_date) : null;
  if (record.standing === 'returned') return <Note tone="caution">Trả lại để bổ sung: {record.returned_reason}</Note>;
  if (record.standing === 'missing') return <Note tone="problem">Quá hạn nộp ngày {due}, báo cáo chưa được nộp.</Note>;
  if (record.submitted_on !== null) {
    return (
      <Note tone={record.late ? 'caution' : 'fine'}>
        Nộp ngày {formatDate(record.submitted_on)}
        {due && `, hạn ${due}`}
        {record.late ? ': nộp chậm.' : '.'}
      </Note>
    );
  }
  return due && <p className="quiet small">Hạn nộp: {due}.</p>;
}

function StepDialog({ step, page, onClose }: { step: Step; page: VisitReportPage; onClose: () => void }) {
  const offerUndo = useOfferUndo();
  const [on, setOn] = useState<string | null>(localToday());
  const [reason, setReason] = useState('');
  const words = steps[step];
  const change = useChange((day: string) => {
    const input = { visit_id: page.record.visit_id, on: day };
    if (step === 'submit') return client.visits.submitReport(input);
    return step === 'accept' ? client.visits.acceptReport(input) : client.visits.returnReport({ ...input, reason });
  });
  return (
    <Dialog
      title={words.title}
      opened
      onClose={onClose}
      action={words.action}
      busy={change.isPending}
      error={change.error}
      disabled={on === null || (step === 'return' && reason.trim() === '')}
      onAction={() =>
        on !== null &&
        change.mutate(on, {
          onSuccess: () => {
            void offerUndo(words.done);
            onClose();
          },
        })
      }
    >
      <DateField label="Ngày" value={on} onChange={setOn} required />
      {step === 'return' && (
        <Textarea
          label="Lý do trả lại"
          required
          rows={2}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </Dialog>
  );
}
