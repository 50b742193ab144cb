import './frozen.css';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Relation } from '../../../electron/contract/frozen.ts';
import { api } from '../../app/data.ts';
import { documentPath } from '../../app/document-path.ts';
import { useHandOver } from '../../app/frame/Notices.tsx';
import { useKeptText } from '../../app/kept.ts';
import { useKeptSet } from '../../app/kept-set.ts';
import { useKeys } from '../../app/keys.ts';
import { client } from '../../app/link.ts';
import { DocumentPreview } from '../../components/DocumentPreview.tsx';
import { focusList } from '../../components/focus-list.ts';
import { formatDate, formatInt, formatMoment } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { ErrorState, Waiting } from '../../components/states.tsx';
import { IssueDialog } from '../register/IssueDialog.tsx';
import { ReportSheet } from '../reports/ReportSheet.tsx';
import { ChangesPane } from './ChangesPane.tsx';
import { FrozenFigure } from './FrozenFigure.tsx';
import { FrozenMore } from './FrozenMore.tsx';
import { frozenName, frozenPath, relationWords } from './frozen-words.ts';

/** A frozen report as it was, with what has changed since beside it; nothing in the sheet is computed anew. */
export function FrozenReportScreen({ id }: { id: string }) {
  const [, navigate] = useLocation();
  const handOver = useHandOver();
  const { set: closed, toggle } = useKeptSet(`frozen:${id}:closed`);
  const [askedText, setAskedText] = useKeptText(`frozen:${id}:asked`);
  const [pane, setPane] = useKeptText(`frozen:${id}:pane`);
  const [later, setLater] = useState<Relation | null>(null);
  const [row, column] = askedText.split('\t');
  const opened = useQuery(api.frozen.get.queryOptions({ input: { id } }));
  const toFile = () => handOver(() => client.frozen.file({ id }));
  useKeys({
    'ctrl+e': () => void toFile(),
    ...(askedText || pane ? {} : { escape: () => navigate('/reports/frozen') }),
  });
  const back = (
    <Link href="/reports/frozen" className="report-back">
      Đã chốt
    </Link>
  );
  if (!opened.data) {
    return <ListScreen tools={back}>{opened.isError ? <ErrorState error={opened.error} /> : <Waiting />}</ListScreen>;
  }
  const { summary, report, page, chain } = opened.data;
  const { code, title, period_label, period, unit_name, basis } = summary;
  const question = { code, about: summary.about, basis };
  const standing = chain.find((one) => one.id === summary.replaced_by);
  const first = chain.find((one) => one.id === summary.replaces_id);
  const closeFigure = () => {
    setAskedText('');
    focusList();
  };
  return (
    <ListScreen
      tools={
        <>
          <div className="frozen-head">
            {back}
            <h2>{summary.kind === 'report' ? `${code} ${title}` : title}</h2>
          </div>
          <Button variant="default" onClick={() => setPane(pane === 'changes' ? '' : 'changes')}>
            Thay đổi từ khi chốt
          </Button>
          <Button variant="default" onClick={() => setPane(pane === 'more' ? '' : 'more')}>
            Đối chiếu, quy tắc
          </Button>
          {summary.replaced_by === null && (
            <>
              <Button variant="default" onClick={() => setLater('replaces')}>
                Thay thế
              </Button>
              <Button variant="default" onClick={() => setLater('supplements')}>
                Bổ sung
              </Button>
            </>
          )}
          <Button onClick={toFile}>Xuất tệp đã chốt</Button>
        </>
      }
      foot={
        <>
          <span>
            {report.rows.length > 0 && `${formatInt(report.rows.length)} dòng · `}số liệu đến ngày{' '}
            {formatDate(report.as_of)}
          </span>
          <Hint
            words={`${page && report.rows.length === 0 ? '' : 'Enter: xem các dòng của số như lúc chốt · '}Ctrl+E: tệp đã chốt`}
          />
        </>
      }
      pane={
        pane === 'changes' ? (
          <ChangesPane id={id} onClose={() => setPane('')} />
        ) : pane === 'more' ? (
          <FrozenMore frozen={opened.data} onClose={() => setPane('')} />
        ) : null
      }
    >
      <div className="frozen-banner" role="status">
        <b>Đã chốt {formatMoment(summary.frozen_at)}</b>
        <span>
          {[period_label, unit_name ?? (period === '' ? '' : 'Toàn đảng bộ')].filter((part) => part !== '').join(' · ')}
        </span>
        {summary.number_symbol && <span>{frozenName(summary)}</span>}
        <span className="quiet">người chốt: {summary.frozen_by}</span>
        {summary.kind === 'document' && <Link href={documentPath(code, summary.about)}>Văn bản</Link>}
        {first && summary.relation && (
          <span>
            {relationWords[summary.relation].of} <Link href={frozenPath(first.id)}>{frozenName(first)}</Link>:{' '}
            {summary.reason}
          </span>
        )}
        {standing && (
          <span>
            Đã được thay thế bởi <Link href={frozenPath(standing.id)}>{frozenName(standing)}</Link>
          </span>
        )}
      </div>
      {page && report.rows.length === 0 ? (
        <DocumentPreview html={page.html} css={page.css} label={`${title}, như khi ban hành`} />
      ) : (
        <ReportSheet
          report={report}
          keep={`frozen:${code}`}
          closed={closed}
          toggle={toggle}
          onFigure={(atRow, atColumn) => setAskedText(`${atRow}\t${atColumn}`)}
        />
      )}
      {row && column && (
        <FrozenFigure
          question={{ id, row, column }}
          period={period || report.as_of.slice(0, 7)}
          onClose={closeFigure}
        />
      )}
      {later && (
        <IssueDialog
          question={question}
          relation={later}
          onClose={() => setLater(null)}
          onIssued={(made) => navigate(frozenPath(made))}
        />
      )}
    </ListScreen>
  );
}
