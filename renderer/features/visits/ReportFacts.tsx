import type { VisitReportFacts, VisitReportRecord } from '../../../electron/contract/visits.ts';
import { formatDate, formatInt, formatMonth, formatNumber, formatPercent } from '../../components/format.ts';
import { Facts, PanePart } from '../../components/Pane.tsx';
import { gradeWords, meetingKindWords } from '../../components/words.ts';

/** What BC-01 takes from the records, so that nobody types it again. */
export function ReportFacts({ record, facts }: { record: VisitReportRecord; facts: VisitReportFacts }) {
  const hours = [facts.started_at, facts.ended_at].filter(Boolean).join(' – ');
  const scores = (score: number | null, grade: VisitReportFacts['self_grade']) =>
    [score === null ? '' : formatNumber(score), grade === null ? '' : gradeWords[grade]].filter(Boolean).join(' · ') ||
    null;
  return (
    <>
      <PanePart title="Thông tin chung">
        <Facts
          facts={[
            ['Chức vụ, đơn vị', facts.post],
            ['Văn bản phân công', facts.document],
            [
              'Kỳ, loại buổi',
              [formatMonth(record.period), facts.kind && meetingKindWords[facts.kind]].filter(Boolean).join(' · '),
            ],
            ['Ngày giờ', [formatDate(record.date), hours].filter(Boolean).join(', ')],
            ['Địa điểm', facts.place],
            ['Chủ trì, thư ký', [facts.chair, facts.secretary].filter(Boolean).join(', ') || null],
            [
              'Lần dự trong năm',
              facts.nth === null
                ? 'không tính định mức'
                : `thứ ${facts.nth}${facts.quota === null ? '' : ` / định mức ${facts.quota}`}`,
            ],
          ]}
        />
      </PanePart>
      <PanePart title="Đảng viên">
        <Facts
          facts={[
            ['Tổng số', formatInt(facts.members_total)],
            ['Chính thức, dự bị', `${formatInt(facts.full_members)}, ${formatInt(facts.probationary)}`],
            ['Miễn, làm ăn xa', `${formatInt(facts.exempt)}, ${formatInt(facts.working_away)}`],
            ['SHTT đi, đến', `${formatInt(facts.temporarily_away)}, ${formatInt(facts.temporarily_received)}`],
            [
              'Phải dự, có mặt',
              `${formatInt(facts.due)}, ${formatInt(facts.present)} (${formatPercent(facts.rate)} %)`,
            ],
            ['Vắng có, không lý do', `${formatInt(facts.absent_excused)}, ${formatInt(facts.absent_unexcused)}`],
          ]}
        />
      </PanePart>
      <PanePart title="Buổi sinh hoạt">
        <Facts
          facts={[
            ['Ý kiến phát biểu', formatInt(facts.opinions)],
            ['Kết luận, nghị quyết', facts.has_conclusion ? 'có' : 'chưa ghi'],
            ['Chi bộ tự chấm', scores(facts.self_score, facts.self_grade)],
            ['Cán bộ dự chấm', scores(facts.official_score, facts.official_grade)],
          ]}
        />
      </PanePart>
    </>
  );
}
