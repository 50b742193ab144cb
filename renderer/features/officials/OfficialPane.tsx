import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api } from '../../app/data.ts';
import { formatDate, formatSpan } from '../../components/format.ts';
import { Facts, Pane, PanePart } from '../../components/Pane.tsx';
import { FigureButton, Waiting } from '../../components/states.tsx';
import { assignmentRoleWords, visitBasisWords } from '../../components/words.ts';
import { postText } from './post-text.ts';
import { progressText, quotaByOfficial, shortfallText } from './quota.ts';
import { useOfficials } from './use-officials.ts';

type Props = { id: string; onClose: () => void; onFigure: (column: string) => void };

/** One official: title, quota of the year, assignments and the visits made. */
export function OfficialPane({ id, onClose, onFigure }: Props) {
  const { officials, assignments, report, year } = useOfficials();
  const visits = useQuery(api.meetings.visits.queryOptions({ input: { from: `${year}-01`, to: `${year}-12` } }));
  const official = officials.data?.find((candidate) => candidate.id === id);
  if (!official) {
    return (
      <Pane title="Cán bộ dự sinh hoạt" onClose={onClose}>
        {officials.isPending ? <Waiting /> : <p>Không có cán bộ này trong kỳ đang xem.</p>}
      </Pane>
    );
  }
  const quota = quotaByOfficial(report.data).get(id);
  const own = (assignments.data ?? []).filter(({ official_id }) => official_id === id);
  const made = (visits.data ?? []).filter(({ official_id }) => official_id === id);
  const ownCell = official.own_cell_id ? (
    <Link href={`/organisations/${official.own_cell_id}`}>{official.own_cell}</Link>
  ) : (
    official.own_cell
  );
  return (
    <Pane title={official.full_name} under={postText(official)} onClose={onClose}>
      <Facts
        facts={[
          [
            `Định mức năm ${year}`,
            quota ? (
              <>
                <FigureButton
                  value={progressText(quota)}
                  label="Xem các lượt dự được tính"
                  onOpen={() => onFigure('visits')}
                />{' '}
                {quota.shortfall !== null && (
                  <FigureButton
                    value={shortfallText(quota)}
                    label="Xem cách tính"
                    onOpen={() => onFigure('shortfall')}
                  />
                )}
              </>
            ) : null,
          ],
          ['Nhóm chức danh', official.title_group_label ?? official.title_group],
          ['Chi bộ của mình', ownCell],
          ['Điện thoại', official.phone],
        ]}
      />
      <PanePart title="Được phân công">
        {own.length === 0 && <p className="quiet">Không có phân công trong kỳ đang xem.</p>}
        <ul className="plain-list">
          {own.map((assignment) => (
            <li key={assignment.id}>
              <Link href={`/organisations/${assignment.target_id}`}>{assignment.target}</Link>
              {assignment.grassroots && assignment.grassroots !== assignment.target && <> — {assignment.grassroots}</>}
              <div className="quiet small">
                {[
                  assignmentRoleWords[assignment.role],
                  assignment.min_visits === null ? '' : `${assignment.min_visits} lần/năm`,
                  formatSpan(assignment.valid_from, assignment.valid_to),
                  assignment.document,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </li>
          ))}
        </ul>
      </PanePart>
      <PanePart title={`Các lần dự năm ${year}`}>
        {made.length === 0 && <p className="quiet">Chưa có lần dự nào.</p>}
        <ul className="plain-list dated-list">
          {made.map((visit) => (
            <li key={visit.id}>
              <span>{formatDate(visit.date)}</span>
              <span>
                <Link href={`/meetings/${visit.meeting_id}`}>{visit.cell}</Link>
                {visit.grassroots !== visit.cell && <> — {visit.grassroots}</>}
                <span className="quiet small">
                  {' '}
                  · {visitBasisWords[visit.basis]}
                  {!visit.counts_toward_quota && ', không tính'}
                </span>
              </span>
            </li>
          ))}
        </ul>
      </PanePart>
    </Pane>
  );
}
