import './documents.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { api } from '../../app/data.ts';
import { aboutOf, documentPath } from '../../app/document-path.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { furtherScreens, placeOf } from '../../app/places.ts';
import { readPrevious } from '../../app/previous.ts';
import { ErrorState, Waiting } from '../../components/states.tsx';
import { DocumentEditor } from './DocumentEditor.tsx';

/** One document before it is issued, full page. A document of a period follows the period of the window. */
export function DocumentScreen({ code, about }: { code: string; about: string }) {
  const [, navigate] = useLocation();
  const { period } = usePeriod();
  const [back] = useState(() => readPrevious() ?? '/documents');
  const question = { code, about: aboutOf(about) };
  const shown = useRef(period);
  const follows = question.about.period !== undefined && question.about.id === undefined;
  useEffect(() => {
    if (shown.current === period) return;
    shown.current = period;
    if (follows) navigate(documentPath(code, { ...aboutOf(about), period }), { replace: true });
  }, [period, follows, code, about, navigate]);
  const preview = useQuery(api.documents.preview.queryOptions({ input: question, placeholderData: keepPreviousData }));
  const listed =
    furtherScreens.find(({ path }) => path === back) ?? (back.startsWith('/documents') ? null : placeOf(back));
  const backTo = { path: back, label: listed?.label ?? 'Văn bản' };
  if (preview.isError) {
    return (
      <div className="state">
        <ErrorState error={preview.error} />
        <Link href={backTo.path}>{backTo.label}</Link>
      </div>
    );
  }
  if (!preview.data) return <Waiting />;
  return <DocumentEditor key={`${code} ${about}`} question={question} page={preview.data} back={backTo} />;
}
