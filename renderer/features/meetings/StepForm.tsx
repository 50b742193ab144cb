import { AgendaStep } from './AgendaStep.tsx';
import { AttendanceStep } from './AttendanceStep.tsx';
import { ClosingStep } from './ClosingStep.tsx';
import { DiscussionStep } from './DiscussionStep.tsx';
import { OpeningStep } from './OpeningStep.tsx';
import { PreparationStep } from './PreparationStep.tsx';
import { RatingStep } from './RatingStep.tsx';
import type { StepProps } from './step-props.ts';
import type { StepKey } from './steps.ts';
import { VotesStep } from './VotesStep.tsx';

const forms: Readonly<Record<StepKey, (props: StepProps) => React.ReactNode>> = {
  preparation: PreparationStep,
  opening: OpeningStep,
  attendance: AttendanceStep,
  agenda: AgendaStep,
  discussion: DiscussionStep,
  votes: VotesStep,
  closing: ClosingStep,
  rating: RatingStep,
};

/** The fields of one step. */
export function StepForm({ step, ...props }: StepProps & { step: StepKey }) {
  const Fields = forms[step];
  return <Fields {...props} />;
}
