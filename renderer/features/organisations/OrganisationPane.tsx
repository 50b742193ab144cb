import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api } from '../../app/data.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { formatDate, formatInt, formatSpan } from '../../components/format.ts';
import { Facts, Pane, PanePart } from '../../components/Pane.tsx';
import { ErrorState, Waiting } from '../../components/states.tsx';
import {
  assignmentRoleWords,
  committeePositionWords,
  difficultyWords,
  organisationKindWords,
} from '../../components/words.ts';
import { isCell } from './is-cell.ts';

/** One organisation: names and set days over time, what happened to it, its committee and the officials assigned. */
export function OrganisationPane({ id, onClose }: { id: string; onClose: () => void }) {
  const { asOf, label } = usePeriod();
  const page = useQuery(api.organisations.get.queryOptions({ input: { id, as_of: asOf } }));
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
  const { organisation, names, meeting_days, events, committee, officials } = page.data;
  const roleWords: Readonly<Record<string, string>> = assignmentRoleWords;
  return (
    <Pane title={organisation.name} under={organisation.parent} onClose={onClose}>
      <Facts
        facts={[
          ['Loại', organisationKindWords[organisation.kind]],
          ['Loại hình', organisation.cell_type_label],
          ...(isCell(organisation.kind)
            ? ([
                ['Ngày sinh hoạt', organisation.meeting_day === null ? null : `Ngày ${organisation.meeting_day}`],
                ['Đảng viên', `${formatInt(organisation.members)} (miễn ${formatInt(organisation.exempt)})`],
                ['Bí thư', organisation.secretary],
              ] as const)
            : []),
          ['Hiệu lực', formatSpan(organisation.valid_from, organisation.valid_to)],
          ['Địa bàn', organisation.difficulty_flags.map((flag) => difficultyWords[flag] ?? flag).join('; ')],
        ]}
      />
      {names.length > 1 && (
        <PanePart title="Tên qua thời gian">
          <ul className="plain-list">
            {names.map(({ name, valid_from, valid_to }) => (
              <li key={`${name}${valid_from}`}>
                {name} <span className="quiet small">{formatSpan(valid_from, valid_to)}</span>
              </li>
            ))}
          </ul>
        </PanePart>
      )}
      {meeting_days.length > 1 && (
        <PanePart title="Ngày sinh hoạt qua thời gian">
          <ul className="plain-list">
            {meeting_days.map(({ day, valid_from, valid_to }) => (
              <li key={`${day}${valid_from}`}>
                Ngày {day} <span className="quiet small">{formatSpan(valid_from, valid_to)}</span>
              </li>
            ))}
          </ul>
        </PanePart>
      )}
      {events.length > 0 && (
        <PanePart title="Thay đổi về tổ chức">
          <ul className="plain-list dated-list">
            {events.map(({ date, detail, document }) => (
              <li key={`${date}${detail}`}>
                <span>{formatDate(date)}</span>
                <span>
                  {detail} {document && <span className="quiet small">({document})</span>}
                </span>
              </li>
            ))}
          </ul>
        </PanePart>
      )}
      <PanePart title="Cấp ủy, chi ủy">
        {committee.length === 0 && <p className="quiet">Chưa có chức danh nào trong kỳ {label}.</p>}
        <ul className="plain-list">
          {committee.map((person) => (
            <li key={person.member_id}>
              <Link href={`/members/${person.member_id}`}>{person.full_name}</Link>{' '}
              <span className="quiet small">{committeePositionWords[person.position] ?? person.position}</span>
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
    </Pane>
  );
}
