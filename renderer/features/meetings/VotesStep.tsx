import { NativeSelect, TextInput } from '@mantine/core';
import type { MeetingCheck } from '../../../electron/contract/meetings.ts';
import { formatInt, formatPercent } from '../../components/format.ts';
import { CountField } from '../../components/small-fields.tsx';
import { ListEditor } from './ListEditor.tsx';
import { attendanceRate } from './meeting-lines.ts';
import type { StepProps } from './step-props.ts';

type Vote = StepProps['form']['votes'][number];
type Result = MeetingCheck['votes'][number];

/** What the numbers say, and whether that carries it (R19): nothing is concluded from what is missing. */
function outcome({ base, in_favour, against, other }: Vote, result: Result | undefined) {
  const cast = (in_favour ?? 0) + (against ?? 0) + (other ?? 0);
  if (base === null || in_favour === null) return { text: '', tone: 'quiet' };
  if (cast > base) return { text: `Số phiếu ${formatInt(cast)} lớn hơn số được biểu quyết.`, tone: 'problem' };
  const rest =
    cast < base && (against !== null || other !== null) ? `; ${formatInt(base - cast)} không biểu quyết` : '';
  const share = `Tán thành ${formatPercent(attendanceRate(in_favour, base))} %${rest}`;
  if (!result || result.needed === null || result.outcome === 'unknown')
    return { text: `${share}. Chưa kết luận được.`, tone: 'quiet' };
  const needed = `cần ít nhất ${formatInt(result.needed)}`;
  return result.outcome === 'passed'
    ? { text: `${share}. Thông qua (${needed}).`, tone: 'fine' }
    : { text: `${share}. Không thông qua (${needed}).`, tone: 'caution' };
}

/** Votes on the resolution or conclusion and on anything else. */
export function VotesStep({ page, form, set, check }: StepProps) {
  const baseOf = (kind: string | null) => check?.vote_bases.find((base) => base.kind === kind)?.base ?? null;
  const first = page.vote_kinds[0]?.kind ?? null;
  return (
    <ListEditor
      items={form.votes}
      onChange={(votes) => set({ votes })}
      blank={(): Vote => ({
        subject: form.votes.length === 0 ? 'Thông qua nghị quyết, kết luận buổi sinh hoạt' : '',
        kind: first,
        base: baseOf(first),
        in_favour: null,
        against: null,
        other: null,
      })}
      noun="biểu quyết"
      empty="Chưa có biểu quyết nào."
    >
      {(vote, setVote, index) => {
        const { text, tone } = outcome(vote, check?.votes[index]);
        const proposed = baseOf(vote.kind);
        return (
          <>
            <TextInput
              label="Nội dung biểu quyết"
              value={vote.subject}
              onChange={(event) => setVote({ subject: event.currentTarget.value })}
            />
            <NativeSelect
              label="Loại biểu quyết"
              data={[
                { value: '', label: 'Chưa rõ' },
                ...page.vote_kinds.map(({ kind, label }) => ({ value: kind, label })),
              ]}
              value={vote.kind ?? ''}
              onChange={({ currentTarget: { value } }) => {
                const kind = value || null;
                setVote({ kind, ...(vote.base === proposed && { base: baseOf(kind) }) });
              }}
            />
            <div className="form-row">
              <CountField label="Được biểu quyết" value={vote.base} onChange={(base) => setVote({ base })} />
              <CountField label="Tán thành" value={vote.in_favour} onChange={(in_favour) => setVote({ in_favour })} />
              <CountField label="Không" value={vote.against} onChange={(against) => setVote({ against })} />
              <CountField label="Ý kiến khác" value={vote.other} onChange={(other) => setVote({ other })} />
            </div>
            {proposed !== null && proposed !== vote.base && (
              <p className="quiet small">
                Theo {page.roll.length > 0 ? 'điểm danh' : 'số tổng'} có {formatInt(proposed)} người được biểu quyết.{' '}
                <button type="button" className="door" onClick={() => setVote({ base: proposed })}>
                  Ghi {formatInt(proposed)}
                </button>
              </p>
            )}
            {text && <p className={`small ${tone}`}>{text}</p>}
          </>
        );
      }}
    </ListEditor>
  );
}
