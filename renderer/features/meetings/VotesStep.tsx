import { TextInput } from '@mantine/core';
import { formatInt, formatPercent } from '../../components/format.ts';
import { CountField } from '../../components/small-fields.tsx';
import { ListEditor } from './ListEditor.tsx';
import { attendanceRate } from './meeting-lines.ts';
import type { StepProps } from './step-props.ts';

type Vote = StepProps['form']['votes'][number];

function outcome({ base, in_favour, against, other }: Vote): { text: string; wrong: boolean } {
  const cast = (in_favour ?? 0) + (against ?? 0) + (other ?? 0);
  if (base === null || in_favour === null) return { text: '', wrong: false };
  if (cast > base) return { text: `Số phiếu ${formatInt(cast)} lớn hơn số được biểu quyết.`, wrong: true };
  const rest =
    cast < base && (against !== null || other !== null) ? `; ${formatInt(base - cast)} không biểu quyết` : '';
  return { text: `Tán thành ${formatPercent(attendanceRate(in_favour, base))} %${rest}`, wrong: false };
}

/** Votes on the resolution or conclusion and on anything else. */
export function VotesStep({ form, set }: StepProps) {
  return (
    <ListEditor
      items={form.votes}
      onChange={(votes) => set({ votes })}
      blank={(): Vote => ({
        subject: form.votes.length === 0 ? 'Thông qua nghị quyết, kết luận buổi sinh hoạt' : '',
        base: null,
        in_favour: null,
        against: null,
        other: null,
      })}
      noun="biểu quyết"
      empty="Chưa có biểu quyết nào."
    >
      {(vote, setVote) => {
        const { text, wrong } = outcome(vote);
        return (
          <>
            <TextInput
              label="Nội dung biểu quyết"
              value={vote.subject}
              onChange={(event) => setVote({ subject: event.currentTarget.value })}
            />
            <div className="form-row">
              <CountField label="Được biểu quyết" value={vote.base} onChange={(base) => setVote({ base })} />
              <CountField label="Tán thành" value={vote.in_favour} onChange={(in_favour) => setVote({ in_favour })} />
              <CountField label="Không" value={vote.against} onChange={(against) => setVote({ against })} />
              <CountField label="Ý kiến khác" value={vote.other} onChange={(other) => setVote({ other })} />
            </div>
            {text && <p className={`small ${wrong ? 'problem' : 'quiet'}`}>{text}</p>}
          </>
        );
      }}
    </ListEditor>
  );
}
