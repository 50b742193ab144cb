import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../app/data.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { ErrorState, Waiting } from '../../components/states.tsx';
import { MemberEditor } from './MemberEditor.tsx';

/** The full page of one member, as of the period. */
export function MemberScreen({ id }: { id: string }) {
  const { asOf } = usePeriod();
  const page = useQuery(
    api.members.dossier.queryOptions({ input: { id, as_of: asOf }, placeholderData: keepPreviousData }),
  );
  const choices = useQuery(api.members.choices.queryOptions());
  const error = page.error ?? choices.error;
  if (error) return <ErrorState error={error} />;
  if (!page.data || !choices.data) return <Waiting />;
  return <MemberEditor page={page.data} choices={choices.data} asOf={asOf} />;
}
