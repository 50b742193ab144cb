import './documents.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { DocumentSubject } from '../../../electron/contract/documents.ts';
import { api } from '../../app/data.ts';
import { documentPath } from '../../app/document-path.ts';

/** Doors to the documents that are made of one record: the minutes of a meeting, the report of a visit. */
export function DocumentLinks({ subject, id, period }: { subject: DocumentSubject; id: string; period: string }) {
  const listed = useQuery(api.documents.list.queryOptions({ input: { period, record: { subject, id } } }));
  if (!listed.data || listed.data.length === 0) return null;
  return (
    <nav className="document-links small" aria-label="Văn bản">
      {listed.data.map(({ code, title, about }) => (
        <Link key={code} href={documentPath(code, about)}>
          {title}
        </Link>
      ))}
    </nav>
  );
}

/** Doors to the forms that a cell writes on by hand: the documents of a meeting, before there is one. */
export function BlankFormLinks({ unit, month }: { unit: string; month: string }) {
  const catalogue = useQuery(api.documents.catalogue.queryOptions());
  const forms = (catalogue.data ?? []).filter(({ subject, issuer }) => subject === 'meeting' && issuer === 'cell');
  if (forms.length === 0) return null;
  return (
    <nav className="document-links small" aria-label="Mẫu trống để ghi tay">
      <span className="quiet">Mẫu trống để ghi tay:</span>
      {forms.map(({ code, title }) => (
        <Link key={code} href={documentPath(code, { period: month, unit })}>
          {title}
        </Link>
      ))}
    </nav>
  );
}
