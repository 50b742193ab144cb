import './members.css';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { type MemberForm, memberForm } from '../../../electron/contract/member-form.ts';
import type { MemberChoices, MemberDossier } from '../../../electron/contract/members.ts';
import { useChange } from '../../app/data.ts';
import { useKeptChoice } from '../../app/kept.ts';
import { useKeys } from '../../app/keys.ts';
import { client } from '../../app/link.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorState } from '../../components/states.tsx';
import { moveOn } from '../meetings/move-on.ts';
import { ActivityPart } from './ActivityPart.tsx';
import { EventDialog } from './EventDialog.tsx';
import { EventsPart } from './EventsPart.tsx';
import { HistoryPart } from './HistoryPart.tsx';
import { MemberFormFields } from './MemberFormFields.tsx';
import { MemberSummary } from './MemberSummary.tsx';
import { PostsPart } from './PostsPart.tsx';
import { RelativesPart } from './RelativesPart.tsx';
import { useFormCheck, useKeptDraft } from './use-member-draft.ts';

const parts = [
  ['form', 'Hồ sơ'],
  ['events', 'Biến động'],
  ['posts', 'Chức vụ'],
  ['history', 'Quá trình'],
  ['relatives', 'Gia đình'],
  ['activity', 'Sinh hoạt, nhiệm vụ'],
] as const;
const partKeys = parts.map(([key]) => key);

const isForm = (value: unknown): value is MemberForm => memberForm.safeParse(value).success;

/** The parts of a member's page on the left, the form of one in the middle, the summary on the right. */
export function MemberEditor({ page, choices, asOf }: { page: MemberDossier; choices: MemberChoices; asOf: string }) {
  const { member } = page;
  const [, navigate] = useLocation();
  const [chosen, setPart] = useKeptChoice('member:part', partKeys, 'form');
  const [recording, setRecording] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const formBox = useRef<HTMLElement>(null);
  const queries = useQueryClient();
  const draft = useKeptDraft(`member:${member.id}:draft`, page.form, isForm);
  const { value: form, opened, dirty, change, drop } = draft;
  const check = useFormCheck(member.id, form, null);
  const write = useChange((typed: MemberForm) => client.members.save({ id: member.id, form: typed, opened }));
  const part = chosen ?? 'form';
  const wrong = check?.errors[0];
  const back = `/members/${member.id}`;
  const save = () => {
    // Where it is refused, somebody else may have saved: the page shows what stands now.
    if (dirty && !write.isPending) write.mutate(form, { onSuccess: drop, onError: () => queries.invalidateQueries() });
  };
  const leave = () => (dirty ? setLeaving(true) : navigate(back));
  // The lists of rows save themselves.
  const savesItself = part === 'history' || part === 'relatives';
  useKeys({ escape: leave, ...(savesItself ? {} : { 'ctrl+s': save }) });
  return (
    <div className="member">
      <header className="member-head">
        <Link href={back} className="report-back">
          Đảng viên
        </Link>
        <h2 title={`${member.full_name} — ${member.cell ?? ''}`}>
          {member.full_name}
          <span className="quiet"> · {member.cell}</span>
        </h2>
        <span className={`small ${wrong ? 'problem' : dirty ? 'caution' : 'quiet'}`} role="status">
          {wrong ? wrong.message : dirty ? 'Chưa lưu' : 'Đã lưu'}
        </span>
        {dirty && (
          <Button variant="subtle" color="gray" onClick={drop}>
            Bỏ thay đổi
          </Button>
        )}
        <Button variant="default" onClick={() => setRecording(true)}>
          Ghi biến động
        </Button>
        <Button onClick={save} loading={write.isPending} disabled={!dirty || wrong !== undefined}>
          Lưu
        </Button>
      </header>
      <div className="member-columns">
        <nav className="member-parts" aria-label="Các phần hồ sơ">
          {parts.map(([key, label]) => (
            <button
              key={key}
              type="button"
              aria-current={key === part ? 'page' : undefined}
              onClick={() => setPart(key)}
            >
              {label}
            </button>
          ))}
        </nav>
        <section
          ref={formBox}
          className="member-form form"
          aria-label={`Đang xem: ${parts.find(([key]) => key === part)?.[1] ?? ''}`}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.ctrlKey && !event.defaultPrevented && formBox.current) {
              moveOn(formBox.current, event);
            }
          }}
        >
          {write.error && <ErrorState error={write.error} />}
          {part === 'form' && (
            <MemberFormFields
              form={form}
              set={(typed) => change((before) => ({ ...before, ...typed }))}
              check={check}
              codes={choices.codes}
            />
          )}
          {part === 'events' && <EventsPart page={page} onRecord={() => setRecording(true)} />}
          {part === 'posts' && <PostsPart page={page} terms={choices.terms} />}
          {part === 'history' && <HistoryPart key={member.id} id={member.id} saved={page.history} />}
          {part === 'relatives' && <RelativesPart key={member.id} id={member.id} saved={page.relatives} />}
          {part === 'activity' && <ActivityPart page={page} />}
        </section>
        <MemberSummary page={page} check={check} asOf={asOf} />
      </div>
      {recording && <EventDialog memberId={member.id} name={member.full_name} onClose={() => setRecording(false)} />}
      <Dialog
        title="Hồ sơ chưa lưu"
        opened={leaving}
        onClose={() => setLeaving(false)}
        action="Lưu và đóng"
        cancel="Ở lại"
        busy={write.isPending}
        error={write.error}
        disabled={wrong !== undefined}
        onAction={() =>
          write.mutate(form, {
            onSuccess: () => {
              drop();
              navigate(back);
            },
          })
        }
        other={{
          label: 'Không lưu',
          onAct: () => {
            drop();
            navigate(back);
          },
        }}
      >
        <p>Có thay đổi chưa lưu trong hồ sơ của {member.full_name}.</p>
      </Dialog>
    </div>
  );
}
