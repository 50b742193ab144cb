import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { OfficeReportLayout } from '../../../electron/contract/report-layouts.ts';
import { useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { useKeys } from '../../app/keys.ts';
import { client } from '../../app/link.ts';
import { DateField } from '../../components/DateField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { formatDate } from '../../components/format.ts';
import { PageForm } from '../../components/PageForm.tsx';
import { ErrorState, Note } from '../../components/states.tsx';
import { dropSettingsDraft, useSettingsForm } from '../settings/use-settings-form.ts';
import { LayoutColumns } from './LayoutColumns.tsx';
import { LayoutHead } from './LayoutHead.tsx';
import { LayoutHistory } from './LayoutHistory.tsx';
import { LayoutWords } from './LayoutWords.tsx';
import { draftOf, type LayoutDraft, layoutOf, problemOf } from './layout-draft.ts';

type Props = {
  code: string;
  /** The day whose layout this is. */
  day: string;
  /** Proposed as the first day of what is saved. */
  firstDay: string;
  found: {
    layout: OfficeReportLayout;
    own_since: string | null;
    standard: OfficeReportLayout;
    part_heading: string | null;
    columns: readonly { key: string; label: string }[];
  };
  /** The layout of another day is to be shown. */
  onDay: (day: string) => void;
};

type View = 'columns' | 'words' | 'history';
const ignored = () => undefined;

/** The layout of a return form and, beside it, its head as it prints. Ctrl+S saves from the day given. */
export function LayoutEditor({ code, day, firstDay, found, onDay }: Props) {
  const [, navigate] = useLocation();
  const offerUndo = useOfferUndo();
  const [view, setView] = useState<View>('columns');
  /** Where the clerk wants to go while something is not saved. */
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const saved = useMemo(() => draftOf({ ...found, from: firstDay }), [found, firstDay]);
  const labels = useMemo(() => new Map(found.columns.map(({ key, label }) => [key, label])), [found]);
  const part = `layout:${code}:${day}`;
  /** What begins after the day that is looked at is shown on its own first day. */
  const follow = (from: string | null) => {
    if (from === null || from <= day) return;
    dropSettingsDraft(part);
    onDay(from);
  };
  const form = useSettingsForm(
    saved,
    async (draft: LayoutDraft) => {
      if (draft.from === null) return;
      await client.reportLayouts.save({ code, valid_from: draft.from, layout: layoutOf(draft) });
    },
    {
      part,
      done: `Đã lưu bố cục biểu ${code}`,
      onDirty: ignored,
      problem: problemOf,
      onSaved: ({ from }) => follow(from),
    },
  );
  const { draft, dirty, set } = form;
  const reset = useChange((from: string) => client.reportLayouts.reset({ code, from }));
  const leave = (go: () => void) => (dirty ? setLeaving(() => go) : go());
  const back = () => leave(() => navigate(`/reports/${code}`));
  useKeys({ escape: back });
  const preview = useMemo(() => layoutOf(draft), [draft]);
  return (
    <div className="layout-screen">
      <div className="list-screen-tools">
        <Link
          href={`/reports/${code}`}
          className="report-back"
          onClick={(event) => {
            if (!dirty) return;
            event.preventDefault();
            back();
          }}
        >
          {code}
        </Link>
        <h2 className="report-title" title={draft.title}>
          Bố cục biểu: {draft.title}
        </h2>
        <span className={`small ${dirty ? 'caution' : 'quiet'}`} role="status">
          {dirty
            ? 'Chưa lưu'
            : found.own_since === null
              ? 'Bố cục mặc định'
              : `Bố cục riêng từ ${formatDate(found.own_since)}`}
        </span>
        {dirty && (
          <Button variant="default" onClick={form.drop}>
            Bỏ thay đổi
          </Button>
        )}
        <Button onClick={form.submit} disabled={!dirty || form.problem !== null} loading={form.saving} title="Ctrl+S">
          Lưu
        </Button>
      </div>
      <div className="layout-halves">
        <section className="layout-edit" aria-label="Sửa bố cục">
          <SegmentedControl
            aria-label="Phần của bố cục"
            value={view}
            onChange={(value) => setView(value === 'words' || value === 'history' ? value : 'columns')}
            data={[
              { value: 'columns', label: 'Cột số liệu' },
              { value: 'words', label: 'Tên, nơi nhận, hạn, ký' },
              { value: 'history', label: 'Các bản' },
            ]}
          />
          {dirty && form.problem && <Note tone="caution">{form.problem}</Note>}
          {form.error != null && <ErrorState error={form.error} />}
          {reset.isError && <ErrorState error={reset.error} />}
          <div className="layout-from">
            <DateField label="Dùng từ ngày" required value={draft.from} onChange={(from) => set({ from })} />
            <Button
              type="button"
              variant="default"
              disabled={draft.from === null}
              loading={reset.isPending}
              title="Từ ngày này dùng bố cục của chương trình"
              onClick={() => {
                const { from } = draft;
                if (from === null) return;
                form.drop();
                reset.mutate(from, {
                  onSuccess: () => {
                    void offerUndo(`Biểu ${code} dùng lại bố cục mặc định từ ${formatDate(from)}`);
                    follow(from);
                  },
                });
              }}
            >
              Dùng lại mặc định
            </Button>
          </div>
          {view === 'columns' && (
            <LayoutColumns lines={draft.lines} standardLabels={labels} onChange={(lines) => set({ lines })} />
          )}
          {view === 'words' && (
            <div className="layout-scroll">
              <PageForm onSubmit={form.submit}>
                <LayoutWords draft={draft} set={set} />
              </PageForm>
            </div>
          )}
          {view === 'history' && (
            <div className="layout-scroll">
              <LayoutHistory code={code} day={day} onOpen={(next) => leave(() => onDay(next))} />
            </div>
          )}
        </section>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <section className="layout-preview" tabIndex={0} aria-label="Đầu biểu như sẽ in">
          <LayoutHead layout={preview} part={found.part_heading} />
        </section>
      </div>
      <Dialog
        title="Có thay đổi chưa lưu"
        opened={leaving !== null}
        onClose={() => setLeaving(null)}
        action="Bỏ thay đổi"
        cancel="Ở lại"
        destructive
        onAction={() => {
          dropSettingsDraft(part);
          setLeaving(null);
          leaving?.();
        }}
      >
        <p>Bố cục vừa sửa chưa được lưu (Ctrl+S).</p>
      </Dialog>
    </div>
  );
}
