import './members.css';
import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { EventInput } from '../../../electron/contract/member-events.ts';
import { type MemberForm, memberForm } from '../../../electron/contract/member-form.ts';
import { api, useChange } from '../../app/data.ts';
import { useKeys } from '../../app/keys.ts';
import { client } from '../../app/link.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorState } from '../../components/states.tsx';
import { useFirstFocus } from '../../components/use-first-focus.ts';
import { moveOn } from '../meetings/move-on.ts';
import { EventEffect, EventFields } from './EventFields.tsx';
import { MemberFormFields } from './MemberFormFields.tsx';
import { Duplicates } from './MemberSummary.tsx';
import { emptyForm } from './member-fields.ts';
import { useEvent } from './use-event.ts';
import { useFormCheck, useKeptDraft } from './use-member-draft.ts';

const isForm = (value: unknown): value is MemberForm => memberForm.safeParse(value).success;

/** The event of an admission asks these, or they come later. */
const askedByAdmission = [
  'admission_decision_date',
  'admission_date',
  'full_member_date',
  'recognised_at',
  'sponsor_1',
  'sponsor_2',
] as const;

/** A new member: what brings him or her (admission, arrival), then the form. */
export function NewMemberScreen() {
  const [, navigate] = useLocation();
  const [leaving, setLeaving] = useState(false);
  const choices = useQuery(api.members.choices.queryOptions());
  const { event, choices: events, choice, preview, set, choose } = useEvent(null);
  const { value: form, dirty, change, drop } = useKeptDraft('member:new:draft', emptyForm, isForm);
  const admits = event?.code === 'KET_NAP' || event?.code === 'KET_NAP_LAI';
  const known = admits ? { ...form, admission_date: event.date, admission_decision_date: event.decision_date } : form;
  const standing = admits ? 'probationary' : (event?.standing ?? 'full');
  const check = useFormCheck(null, known, standing);
  const create = useChange((brings: EventInput) => client.members.create({ form, event: brings }));
  const formBox = useRef<HTMLElement>(null);
  const first = useFirstFocus<HTMLDivElement>(choices.data ? 'ready' : '');
  const problem = check?.errors[0]?.message ?? preview?.problem?.message;
  const ready = form.full_name.trim() !== '' && event?.date != null && preview !== undefined && problem === undefined;
  const leave = () => {
    drop();
    navigate('/members');
  };
  const save = () => {
    if (!ready || !event || create.isPending) return;
    create.mutate(event, {
      onSuccess: ({ id }) => {
        drop();
        navigate(`/members/${id}/page`, { replace: true });
      },
    });
  };
  const tryLeave = () => (dirty || event?.date ? setLeaving(true) : leave());
  useKeys({ 'ctrl+s': save, escape: tryLeave });
  if (!choices.data) return null;
  return (
    <div className="member" ref={first}>
      <header className="member-head">
        <Link href="/members" className="report-back">
          Đảng viên
        </Link>
        <h2>Thêm đảng viên</h2>
        <span className={`small ${problem && dirty ? 'problem' : 'quiet'}`} role="status">
          {problem && dirty ? problem : 'Chưa ghi vào sổ'}
        </span>
        <Button variant="default" onClick={tryLeave}>
          Hủy
        </Button>
        <Button onClick={save} loading={create.isPending} disabled={!ready}>
          Thêm đảng viên
        </Button>
      </header>
      <div className="member-columns member-new">
        <section
          ref={formBox}
          className="member-form form"
          aria-label="Đảng viên mới"
          onKeyDown={(key) => {
            if (key.key === 'Enter' && !key.ctrlKey && !key.defaultPrevented && formBox.current) {
              moveOn(formBox.current, key);
            }
          }}
        >
          {create.error && <ErrorState error={create.error} />}
          <section className="form" aria-label="Vào sổ bằng">
            <h3>Vào sổ bằng</h3>
            <NativeSelect
              label="Biến động"
              data-autofocus
              data={events.map(({ code, label }) => ({ value: code, label }))}
              value={event?.code ?? ''}
              onChange={(changed) => {
                const next = events.find(({ code }) => code === changed.currentTarget.value);
                if (next) choose(next.code);
              }}
            />
            {event && choice && (
              <EventFields key={choice.code} choice={choice} event={event} set={set} preview={preview} />
            )}
          </section>
          <MemberFormFields
            form={form}
            set={(typed) => change((before) => ({ ...before, ...typed }))}
            check={dirty ? check : undefined}
            codes={choices.data.codes}
            omit={admits ? askedByAdmission : []}
          />
        </section>
        <aside className="member-summary" aria-label="Sẽ ghi">
          {event && <EventEffect event={event} preview={preview} />}
          <Duplicates check={check} />
        </aside>
      </div>
      <Dialog
        title="Đảng viên mới chưa ghi"
        opened={leaving}
        onClose={() => setLeaving(false)}
        action="Bỏ, không thêm"
        cancel="Ở lại"
        destructive
        onAction={leave}
      >
        <p>Những gì đã gõ về đảng viên mới sẽ mất.</p>
      </Dialog>
    </div>
  );
}
