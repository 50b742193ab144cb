import './members.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { MemberRecord } from '../../../electron/contract/members.ts';
import { api } from '../../app/data.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { supplementOf } from '../../app/supplement.ts';
import { formatDate } from '../../components/format.ts';
import { Facts, Pane, PanePart, SourceRows } from '../../components/Pane.tsx';
import { ErrorState, Waiting } from '../../components/states.tsx';
import { committeePositionWords, genderWords, standingWords, statusWords } from '../../components/words.ts';
import { RecordHistory } from '../people/RecordHistory.tsx';
import { EventDialog } from './EventDialog.tsx';

function homeOf({ home_commune, home_district, home_province }: MemberRecord): string {
  return [home_commune, home_district, home_province].filter(Boolean).join(', ');
}

/** One member: who, where, what happened and which rows of which workbook say so. */
export function MemberPane({ id, onClose }: { id: string; onClose: () => void }) {
  const { asOf, period } = usePeriod();
  const [recording, setRecording] = useState(false);
  const page = useQuery(
    api.members.get.queryOptions({ input: { id, as_of: asOf }, placeholderData: keepPreviousData }),
  );
  if (!page.data) {
    return (
      <Pane title="Đảng viên" onClose={onClose}>
        {page.isError ? <ErrorState error={page.error} /> : <Waiting />}
      </Pane>
    );
  }
  const { member, home_text, professional_field, note, timeline, sources } = page.data;
  const supplement = supplementOf(id, period);
  const cell = member.cell_id ? <Link href={`/organisations/${member.cell_id}`}>{member.cell}</Link> : member.cell;
  return (
    <Pane
      title={member.full_name}
      under={[member.cell, member.grassroots].filter(Boolean).join(' — ')}
      onClose={onClose}
    >
      <div className="member-doors">
        <Link href={`/members/${id}/page`}>Mở hồ sơ đầy đủ</Link>
        <button type="button" className="door" onClick={() => setRecording(true)}>
          Ghi biến động
        </button>
        <Link href={supplement.path}>{supplement.label}</Link>
      </div>
      {recording && <EventDialog memberId={id} name={member.full_name} onClose={() => setRecording(false)} />}
      <Facts
        facts={[
          ['Chi bộ', cell],
          ['Chức vụ đảng', member.position && committeePositionWords[member.position]],
          ['Tư cách', member.standing && standingWords[member.standing]],
          ['Trạng thái', member.in_transit ? 'Đang chuyển' : member.status && statusWords[member.status]],
          ...(member.status_since ? ([['Từ ngày', formatDate(member.status_since)]] as const) : []),
          ['Ngày sinh', formatDate(member.birth_date)],
          ['Giới tính', member.gender && genderWords[member.gender]],
          ['Dân tộc', member.ethnicity_label ?? member.ethnicity],
          ['Tôn giáo', member.religion_label ?? member.religion],
          ['Quê quán', home_text ?? homeOf(member)],
          ['Vào Đảng', formatDate(member.admission_date)],
          ['Chính thức', formatDate(member.full_member_date)],
          ['Số thẻ đảng viên', member.party_card_no ?? member.old_card_no],
          ['Số định danh', member.personal_id],
          ['Học vấn', member.general_education_label ?? member.general_education],
          [
            'Chuyên môn',
            [member.professional_education_label ?? member.professional_education, professional_field]
              .filter(Boolean)
              .join(', '),
          ],
          ['Lý luận chính trị', member.political_theory_label ?? member.political_theory],
          ['Ghi chú', note],
        ]}
      />
      <PanePart title="Quá trình">
        <ul className="plain-list dated-list">
          {timeline.map(({ date, text }) => (
            <li key={`${date}${text}`}>
              <span>{formatDate(date)}</span>
              <span>{text}</span>
            </li>
          ))}
        </ul>
        {timeline.length === 0 && <p className="quiet">Chưa có biến động nào được ghi.</p>}
      </PanePart>
      <RecordHistory record="member" id={id} />
      <PanePart title="Nguồn">
        <SourceRows sources={sources} />
      </PanePart>
    </Pane>
  );
}
