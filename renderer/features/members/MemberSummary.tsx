import { Link } from 'wouter';
import type { MemberCheck } from '../../../electron/contract/member-form.ts';
import type { MemberDossier } from '../../../electron/contract/members.ts';
import { formatDate } from '../../components/format.ts';
import { Facts } from '../../components/Pane.tsx';
import { Note } from '../../components/states.tsx';
import { committeePositionWords, standingWords, statusWords } from '../../components/words.ts';
import { badgeWords, partyAgeWords } from './member-words.ts';

type Props = { page: MemberDossier; check: MemberCheck | undefined; asOf: string };

/** Beside the form: where the member stands, party age and badge, and what to look at. */
export function MemberSummary({ page, check, asOf }: Props) {
  const { member, party_age: age } = page;
  const cell = member.cell_id ? <Link href={`/organisations/${member.cell_id}`}>{member.cell}</Link> : null;
  return (
    <aside className="member-summary" aria-label="Tóm tắt">
      <p className="quiet small">Tình trạng ngày {formatDate(asOf)}</p>
      <Facts
        facts={[
          ['Chi bộ', cell],
          ['Thuộc', member.grassroots === member.cell ? null : member.grassroots],
          ['Trạng thái', statusOf(page)],
          ...(member.status_since ? ([['Từ ngày', formatDate(member.status_since)]] as const) : []),
          ['Tư cách', member.standing && standingWords[member.standing]],
          ['Chức vụ', member.position && committeePositionWords[member.position]],
          ['Tuổi đảng', partyAgeWords(age)],
          ['Huy hiệu tiếp', badgeWords(age)],
          ...(age.unrecorded_badges.length > 0
            ? ([['Chưa ghi đã tặng', `Huy hiệu ${age.unrecorded_badges.join(', ')} năm`]] as const)
            : []),
        ]}
      />
      <Duplicates check={check} />
      {check && check.warnings.length > 0 && (
        <section>
          <h3>Cần xem lại</h3>
          <ul className="member-warnings small caution">
            {check.warnings.map(({ field, message }) => (
              <li key={field + message}>{message}</li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}

function statusOf({ member }: MemberDossier): string | null {
  if (member.in_transit) return 'Đang chuyển (chờ phiếu báo)';
  return member.status && statusWords[member.status];
}

/** Others who may be the same person; the clerk decides. */
export function Duplicates({ check }: { check: MemberCheck | undefined }) {
  if (!check || check.duplicates.length === 0) return null;
  return (
    <Note tone="caution">
      <p>Có thể trùng với:</p>
      <ul className="plain-list">
        {check.duplicates.map(({ member_id, full_name, cell, why }) => (
          <li key={member_id}>
            <Link href={`/members/${member_id}/page`}>{full_name}</Link>{' '}
            <span className="small">{[cell, why].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Note>
  );
}
