import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/data.ts';
import { ExplanationDrawer } from '../reports/ExplanationDrawer.tsx';

type Props = { question: { id: string; row: string; column: string }; period: string; onClose: () => void };

/** The records behind a frozen figure, in the words of then. */
export function FrozenFigure({ question, period, onClose }: Props) {
  const explained = useQuery(api.frozen.explain.queryOptions({ input: question }));
  const { id, row, column } = question;
  return (
    <ExplanationDrawer explained={explained} period={period} keep={`frozen:${id}:${row}:${column}`} onClose={onClose} />
  );
}
