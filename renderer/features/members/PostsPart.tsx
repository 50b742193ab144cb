import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CommitteePost } from '../../../electron/contract/member-form.ts';
import type { MemberChoices, MemberDossier } from '../../../electron/contract/members.ts';
import { useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { DateField } from '../../components/DateField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { formatSpan } from '../../components/format.ts';
import { RightButton } from '../../components/RightButton.tsx';
import { committeePositionWords } from '../../components/words.ts';

const positions = ['secretary', 'deputy_secretary', 'committee_member'] as const;

/** The member's posts in the committee of the cell, with their terms. */
export function PostsPart({ page, terms }: { page: MemberDossier; terms: MemberChoices['terms'] }) {
  const { member, posts } = page;
  const [appointing, setAppointing] = useState(false);
  const [ending, setEnding] = useState<CommitteePost | null>(null);
  const canAppoint = member.counted && member.cell_id !== null;
  return (
    <section className="form" aria-label="Chức vụ trong chi ủy">
      <div className="member-part-head">
        <h3>Chức vụ trong chi ủy</h3>
        {canAppoint && (
          <RightButton needs="members.appointPost" onClick={() => setAppointing(true)}>
            Ghi chức vụ
          </RightButton>
        )}
      </div>
      {posts.length === 0 && <p className="quiet">Chưa giữ chức vụ nào trong chi ủy.</p>}
      {posts.length > 0 && (
        <table className="member-table">
          <thead>
            <tr>
              <th scope="col">Chức vụ</th>
              <th scope="col">Chi bộ</th>
              <th scope="col">Thời gian</th>
              <th scope="col">Nhiệm kỳ, quyết định</th>
              <th scope="col">Kết thúc</th>
            </tr>
          </thead>
          <tbody>
            {posts.map((post) => (
              <tr key={post.id}>
                <td>{committeePositionWords[post.position]}</td>
                <td>{post.cell}</td>
                <td>{formatSpan(post.valid_from, post.valid_to) || 'chưa rõ từ ngày nào'}</td>
                <td>{[post.term, post.decision].filter(Boolean).join(', ') || '–'}</td>
                <td>
                  {post.valid_to === null ? (
                    <button type="button" className="door" onClick={() => setEnding(post)}>
                      Kết thúc
                    </button>
                  ) : (
                    (post.end_reason ?? '–')
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {appointing && member.cell_id !== null && (
        <AppointDialog
          memberId={member.id}
          cellId={member.cell_id}
          cell={member.cell ?? ''}
          terms={terms}
          onClose={() => setAppointing(false)}
        />
      )}
      {ending && <EndDialog post={ending} name={member.full_name} onClose={() => setEnding(null)} />}
    </section>
  );
}

type AppointProps = {
  memberId: string;
  cellId: string;
  cell: string;
  terms: MemberChoices['terms'];
  onClose: () => void;
};

function AppointDialog({ memberId, cellId, cell, terms, onClose }: AppointProps) {
  const [position, setPosition] = useState<(typeof positions)[number]>('committee_member');
  const [from, setFrom] = useState<string | null>(null);
  const [termId, setTermId] = useState<string | null>(null);
  const [decision, setDecision] = useState('');
  const [replace, setReplace] = useState(false);
  const appoint = useChange((day: string) =>
    client.members.appointPost({
      ...{ member_id: memberId, cell_id: cellId, position, from: day, term_id: termId },
      ...{ decision: decision.trim() || null, replace },
    }),
  );
  return (
    <Dialog
      title={`Chức vụ tại ${cell}`}
      opened
      onClose={onClose}
      action="Ghi chức vụ"
      disabled={from === null}
      busy={appoint.isPending}
      error={appoint.error}
      onAction={() => {
        if (from) appoint.mutate(from, { onSuccess: onClose });
      }}
    >
      <div className="form-row">
        <NativeSelect
          label="Chức vụ"
          data-autofocus
          data={positions.map((value) => ({ value, label: committeePositionWords[value] ?? value }))}
          value={position}
          onChange={(event) => setPosition(positions.find((code) => code === event.currentTarget.value) ?? position)}
        />
        <DateField label="Từ ngày" required value={from} onChange={setFrom} />
      </div>
      <div className="form-row">
        {terms.length > 0 && (
          <NativeSelect
            label="Nhiệm kỳ"
            data={[{ value: '', label: 'Chưa ghi' }, ...terms.map(({ id, name }) => ({ value: id, label: name }))]}
            value={termId ?? ''}
            onChange={(event) => setTermId(event.currentTarget.value || null)}
          />
        )}
        <TextInput
          label="Quyết định"
          autoComplete="off"
          value={decision}
          onChange={(event) => setDecision(event.currentTarget.value)}
        />
      </div>
      {position === 'secretary' && (
        <Checkbox
          size="xs"
          label="Thay bí thư đương nhiệm (chức vụ của người cũ kết thúc trước ngày đó)"
          checked={replace}
          onChange={(event) => setReplace(event.currentTarget.checked)}
        />
      )}
    </Dialog>
  );
}

function EndDialog({ post, name, onClose }: { post: CommitteePost; name: string; onClose: () => void }) {
  const [on, setOn] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const offerUndo = useOfferUndo();
  const end = useChange((day: string) =>
    client.members.endPost({ id: post.id, on: day, reason: reason.trim() || null }),
  );
  return (
    <Dialog
      title={`Kết thúc chức vụ: ${committeePositionWords[post.position] ?? ''}`}
      opened
      onClose={onClose}
      action="Kết thúc chức vụ"
      disabled={on === null}
      busy={end.isPending}
      error={end.error}
      onAction={() => {
        if (!on) return;
        end.mutate(on, {
          onSuccess: () => {
            onClose();
            void offerUndo(`Đã kết thúc chức vụ của ${name}`);
          },
        });
      }}
    >
      <div className="form-row">
        <DateField label="Ngày cuối giữ chức vụ" required value={on} onChange={setOn} />
        <TextInput
          label="Lý do"
          autoComplete="off"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
    </Dialog>
  );
}
