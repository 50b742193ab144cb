import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { api } from '../../app/data.ts';
import { useKeys } from '../../app/keys.ts';
import { client } from '../../app/link.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { formatDate, formatSpan } from '../../components/format.ts';
import { Facts, Pane, PanePart } from '../../components/Pane.tsx';
import { FigureButton, Note, Waiting } from '../../components/states.tsx';
import { visitBasisWords } from '../../components/words.ts';
import { DocumentLinks } from '../documents/DocumentLinks.tsx';
import { RecordHistory } from '../people/RecordHistory.tsx';
import { OfficialEvents } from '../visits/OfficialEvents.tsx';
import { AssignDialog } from './AssignDialog.tsx';
import { type Act, AssignmentDialogs } from './AssignmentDialogs.tsx';
import { AssignmentItem } from './AssignmentItem.tsx';
import { AttachedFiles } from './AttachedFiles.tsx';
import { assignmentFacts } from './assignment-line.ts';
import { findingsText } from './checks.ts';
import { EndDialog } from './EndDialog.tsx';
import { OfficialDialog } from './OfficialDialog.tsx';
import { postText } from './post-text.ts';
import { progressText, quotaByOfficial, shortfallText } from './quota.ts';
import { TitleDialog } from './TitleDialog.tsx';
import { useOfficials } from './use-officials.ts';

type Props = { id: string; onClose: () => void; onFigure: (column: string) => void };
type Open = 'edit' | 'title' | 'assign' | 'end';

/** One official: titles over time, quota of the year, assignments, the visits made, and what can be done. */
export function OfficialPane({ id, onClose, onFigure }: Props) {
  const { officials, assignments, report, checks, year } = useOfficials();
  const { asOf, period } = usePeriod();
  const page = useQuery(api.officials.get.queryOptions({ input: { id } }));
  const visits = useQuery(api.meetings.visits.queryOptions({ input: { from: `${year}-01`, to: `${year}-12` } }));
  const [open, setOpen] = useState<Open | null>(null);
  const [act, setAct] = useState<Act | null>(null);
  useKeys({ f2: () => page.data && setOpen('edit'), delete: () => setOpen('end') });
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
  const past = (page.data?.assignments ?? []).filter(({ valid_to }) => valid_to !== null && valid_to < asOf);
  const made = (visits.data ?? []).filter(({ official_id }) => official_id === id);
  const findings = (checks.data ?? []).filter(({ official_id }) => official_id === id);
  const decisions = new Map(
    own.flatMap(({ decision_id, document }) => (decision_id && document ? [[decision_id, document]] : [])),
  );
  const ownCell = official.own_cell_id ? (
    <Link href={`/organisations/${official.own_cell_id}`}>{official.own_cell}</Link>
  ) : (
    official.own_cell
  );
  const memberId = page.data?.form.member_id ?? null;
  const member = memberId === null ? null : <Link href={`/members/${memberId}`}>{page.data?.member}</Link>;
  const close = () => setOpen(null);
  return (
    <Pane title={official.full_name} under={postText(official)} onClose={onClose}>
      <div className="pane-acts">
        <Button size="compact-sm" onClick={() => setOpen('assign')}>
          Phân công…
        </Button>
        <Button size="compact-sm" variant="default" title="F2" disabled={!page.data} onClick={() => setOpen('edit')}>
          Sửa…
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setOpen('title')}>
          Đổi chức danh…
        </Button>
        <Button size="compact-sm" variant="default" title="Delete" onClick={() => setOpen('end')}>
          Thôi dự sinh hoạt…
        </Button>
      </div>
      <DocumentLinks subject="official" id={id} period={period} />
      {findings.length > 0 && <Note tone="caution">{findingsText(findings)}</Note>}
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
          ['Đảng viên', member],
          ['Điện thoại', official.phone],
        ]}
      />
      <PanePart title="Được phân công">
        {own.length === 0 && <p className="quiet">Không có phân công trong kỳ đang xem.</p>}
        <ul className="plain-list">
          {own.map((assignment) => (
            <AssignmentItem
              key={assignment.id}
              assignment={assignment}
              onEnd={() => setAct({ what: 'end', assignments: [assignment] })}
              onHandOver={() => setAct({ what: 'hand_over', assignments: [assignment] })}
            >
              <Link href={`/organisations/${assignment.target_id}`}>{assignment.target}</Link>
              {assignment.grassroots && assignment.grassroots !== assignment.target && <> — {assignment.grassroots}</>}
            </AssignmentItem>
          ))}
        </ul>
        {own.length > 1 && (
          <button type="button" className="door small" onClick={() => setAct({ what: 'hand_over', assignments: own })}>
            Bàn giao tất cả {own.length} nơi…
          </button>
        )}
      </PanePart>
      {decisions.size > 0 && (
        <PanePart title="Văn bản phân công">
          {[...decisions].map(([decision, number]) => (
            <AttachedFiles key={decision} entity="decision" id={decision}>
              {number}
            </AttachedFiles>
          ))}
        </PanePart>
      )}
      {past.length > 0 && (
        <PanePart title="Phân công đã kết thúc">
          <ul className="plain-list">
            {past.map((assignment) => (
              <li key={assignment.id}>
                {assignment.target}
                <div className="quiet small">{assignmentFacts(assignment)}</div>
              </li>
            ))}
          </ul>
        </PanePart>
      )}
      <PanePart title="Chức danh theo thời gian">
        <ul className="plain-list">
          {(page.data?.form.titles ?? []).map((title) => (
            <li key={title.id}>
              {title.title} <span className="quiet small">{formatSpan(title.valid_from, title.valid_to)}</span>
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
      <OfficialEvents officialId={id} year={year} />
      <RecordHistory record="official" id={id} />
      <AssignmentDialogs act={act} onClose={() => setAct(null)} />
      {open === 'assign' && <AssignDialog officials={[id]} onClose={close} />}
      {open === 'title' && <TitleDialog id={id} name={official.full_name} onClose={close} />}
      {open === 'edit' && page.data && <OfficialDialog id={id} initial={page.data.form} onClose={close} />}
      {open === 'end' && (
        <EndDialog
          title={`Thôi dự sinh hoạt: ${official.full_name}`}
          action="Ghi thôi dự"
          done={`${official.full_name} thôi dự sinh hoạt`}
          lines={['Các chức danh và phân công còn hiệu lực kết thúc cùng ngày.']}
          end={(valid_to, reason) => client.officials.end({ id, valid_to, reason })}
          onClose={close}
        />
      )}
    </Pane>
  );
}
