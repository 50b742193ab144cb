import './frozen.css';
import { Link } from 'wouter';
import type { Finding, FrozenSummary } from '../../../electron/contract/frozen.ts';
import { formatMoment } from '../../components/format.ts';
import { Facts, Pane } from '../../components/Pane.tsx';
import { FindingList } from './FindingList.tsx';
import { frozenName, frozenPath, relationWords } from './frozen-words.ts';

type Props = {
  frozen: {
    summary: FrozenSummary;
    report: { rows: readonly unknown[] };
    rules: readonly { name: string; label: string; version: string }[];
    notes: readonly string[];
    findings: readonly Finding[];
    chain: readonly FrozenSummary[];
  };
  onClose: () => void;
};

/** What was found before it went out, by which rules it was counted, its file, and the reports after and before it. */
export function FrozenMore({ frozen: { summary, report, rules, notes, findings, chain }, onClose }: Props) {
  const hasFigures = report.rows.length > 0;
  return (
    <Pane title="Đối chiếu, quy tắc" under="Ghi lại lúc chốt" onClose={onClose}>
      {chain.length > 1 && (
        <>
          <h3>Các bản của báo cáo này</h3>
          <ul className="frozen-changes">
            {chain.map((one) => (
              <li key={one.id}>
                {one.id === summary.id ? (
                  <b>{frozenName(one)}</b>
                ) : (
                  <Link href={frozenPath(one.id)}>{frozenName(one)}</Link>
                )}
                {one.relation && ` (${relationWords[one.relation].short}: ${one.reason ?? ''})`}
              </li>
            ))}
          </ul>
        </>
      )}
      {hasFigures && <FindingList findings={findings} />}
      {notes.map((note) => (
        <p key={note} className="small quiet">
          {note}
        </p>
      ))}
      <h3>Quy tắc đã áp dụng</h3>
      <ul className="frozen-changes">
        {rules.map(({ name, label, version }) => (
          <li key={`${name} ${version}`}>
            {label} <span className="quiet">· bản {version}</span>
          </li>
        ))}
      </ul>
      <h3>Tệp đã gửi</h3>
      <Facts
        facts={[
          ['Tên tệp', summary.file_name],
          ['Mã kiểm tra', summary.file_sha256 && <code className="frozen-hash">{summary.file_sha256}</code>],
          ['Chốt lúc', formatMoment(summary.frozen_at)],
        ]}
      />
    </Pane>
  );
}
