import { useQuery } from '@tanstack/react-query';
import type { OrganisationBasis } from '../../../electron/contract/reports.ts';
import { api } from '../../app/data.ts';
import { ExplanationDrawer } from './ExplanationDrawer.tsx';

type Props = {
  question: { code: string; period: string; unit?: string; basis?: OrganisationBasis; row: string; column: string };
  onClose: () => void;
};

/** The rows behind one figure of a report. */
export function FigureDrawer({ question, onClose }: Props) {
  const explained = useQuery(api.reports.explain.queryOptions({ input: question }));
  const { code, period, row, column } = question;
  return (
    <ExplanationDrawer
      explained={explained}
      period={period}
      keep={`explain:${code}:${row}:${column}`}
      onClose={onClose}
    />
  );
}
