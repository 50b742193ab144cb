import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api } from '../../app/data.ts';
import { useHandOver } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { ScoreField } from '../../components/small-fields.tsx';
import { ErrorState, Waiting } from '../../components/states.tsx';
import { codesOf, gradeWords } from '../../components/words.ts';
import { SheetRating } from '../ratings/SheetRating.tsx';
import type { StepProps } from './step-props.ts';

const grades = codesOf(gradeWords);

/** The meeting scored by the sheet that applies to it; where none does, the cell's own score and grade as they are. */
export function RatingStep(props: StepProps) {
  const { page, form } = props;
  const handOver = useHandOver();
  const ratings = useQuery(api.ratings.ofMeeting.queryOptions({ input: { meeting_id: page.meeting.id } }));
  if (ratings.isError) return <ErrorState error={ratings.error} />;
  if (!ratings.data) return <Waiting />;
  const { sheet } = ratings.data;
  if (sheet === null) return <PlainRating {...props} />;
  const meetingDirty = JSON.stringify(form) !== JSON.stringify(page.form);
  return (
    <>
      <SheetRating page={ratings.data} sheet={sheet} meetingDirty={meetingDirty} />
      <div>
        <Button
          variant="default"
          onClick={() => void handOver(() => client.meetings.ratingWorkbook({ id: page.meeting.id }))}
        >
          Phiếu đánh giá (Excel)
        </Button>
      </div>
    </>
  );
}

function PlainRating({ form, set }: StepProps) {
  return (
    <>
      <div className="form-row">
        <ScoreField label="Điểm tự chấm (0–100)" value={form.score} onChange={(score) => set({ score })} />
        <NativeSelect
          label="Xếp loại"
          data={[
            { value: '', label: 'Chưa xếp loại' },
            ...grades.map((value) => ({ value, label: gradeWords[value] })),
          ]}
          value={form.grade ?? ''}
          onChange={(event) => set({ grade: grades.find((grade) => grade === event.currentTarget.value) ?? null })}
        />
      </div>
      <p className="quiet small">
        Chưa có mẫu chấm điểm nào áp dụng cho buổi này, nên ghi điểm chung. Muốn chấm từng mục:{' '}
        <Link href="/scoring">Mẫu chấm điểm</Link>.
      </p>
    </>
  );
}
