import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { api, isGone } from '../../app/data.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { formatDate, formatInt, formatSpan } from '../../components/format.ts';
import { Facts, Pane, PanePart } from '../../components/Pane.tsx';
import { ErrorState, Note, Waiting } from '../../components/states.tsx';
import {
  assignmentRoleWords,
  committeePositionWords,
  difficultyWords,
  organisationKindWords,
} from '../../components/words.ts';
import { BlankFormLinks, DocumentLinks } from '../documents/DocumentLinks.tsx';
import { RecordHistory } from '../people/RecordHistory.tsx';
import { isCell } from './is-cell.ts';
import { OrganisationActions } from './OrganisationActions.tsx';
import { OrganisationHistory } from './OrganisationHistory.tsx';

/** One organisation: names and set days over time, what happened to it, its committee and the officials assigned. */
export function OrganisationPane({ id, onClose }: { id: string; onClose: () => void }) {
  const { asOf, label, period, to } = usePeriod();
  const page = useQuery(api.organisations.get.queryOptions({ input: { id, as_of: asOf } }));
  const gone = isGone(page.error);
  useEffect(() => {
    if (gone) onClose();
  }, [gone, onClose]);
  if (page.isError) {
    return (
      <Pane title="Tổ chức đảng" onClose={onClose}>
        <ErrorState error={page.error} />
      </Pane>
    );
  }
  if (!page.data) {
    return (
      <Pane title="Tổ chức đảng" onClose={onClose}>
        <Waiting />
      </Pane>
    );
  }
  const { organisation, facts, general_day, committee, officials, flags } = page.data;
  const roleWords: Readonly<Record<string, string>> = assignmentRoleWords;
  return (
    <Pane title={organisation.name} under={organisation.parent} onClose={onClose}>
      <OrganisationActions organisation={organisation} facts={facts} generalDay={general_day} />
      <DocumentLinks subject="organisation" id={organisation.id} period={period} />
      {isCell(organisation.kind) && <BlankFormLinks unit={organisation.id} month={to} />}
      {flags.map((flag) => (
        <Note key={flag.code} tone="caution">
          {flag.message}
        </Note>
      ))}
      <Facts
        facts={[
          ['Loại', organisationKindWords[organisation.kind]],
          ['Loại hình', organisation.cell_type_label],
          ...(isCell(organisation.kind)
            ? ([
                ['Ngày sinh hoạt', setDayWords(organisation.meeting_day, general_day)],
                ['Giờ, nơi họp', [facts.default_time, facts.default_place].filter(Boolean).join(', ') || null],
                ['Đảng viên', `${formatInt(organisation.members)} (miễn ${formatInt(organisation.exempt)})`],
                ['Bí thư', organisation.secretary],
              ] as const)
            : []),
          ['Hiệu lực', formatSpan(organisation.valid_from, organisation.valid_to)],
          ['Địa bàn', facts.area],
          ['Đặc điểm', organisation.difficulty_flags.map((flag) => difficultyWords[flag] ?? flag).join('; ')],
          ['Điện thoại', facts.phone],
          ['Ghi chú', facts.note],
        ]}
      />
      <PanePart title="Cấp ủy, chi ủy">
        {committee.length === 0 && <p className="quiet">Chưa có chức danh nào trong kỳ {label}.</p>}
        <ul className="plain-list">
          {committee.map((person) => (
            <li key={person.member_id}>
              <Link href={`/members/${person.member_id}`}>{person.full_name}</Link>{' '}
              <span className="quiet small">
                {[
                  committeePositionWords[person.position] ?? person.position,
                  person.valid_from && `từ ${formatDate(person.valid_from)}`,
                  person.decision,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </PanePart>
      <PanePart title="Cán bộ được phân công">
        {officials.length === 0 && <p className="quiet">Chưa có cán bộ nào được phân công.</p>}
        <ul className="plain-list">
          {officials.map((official) => (
            <li key={`${official.official_id}${official.role}`}>
              <Link href={`/officials/${official.official_id}`}>{official.full_name}</Link>{' '}
              <span className="quiet small">
                {[official.title, roleWords[official.role] ?? official.role].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </PanePart>
      <OrganisationHistory page={page.data} />
      <RecordHistory record="organisation" id={organisation.id} />
    </Pane>
  );
}

/** The cell's own day, else the general one. */
function setDayWords(own: number | null, general: number | null): string | null {
  if (own !== null) return `Ngày ${own}`;
  return general === null ? null : `Ngày ${general} (quy định chung)`;
}
