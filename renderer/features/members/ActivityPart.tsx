import { Link } from 'wouter';
import type { MemberDossier } from '../../../electron/contract/members.ts';
import { formatDate } from '../../components/format.ts';
import { attendanceWords } from '../../components/words.ts';

/** Tasks given to the member at meetings, and when he or she came or was absent. */
export function ActivityPart({ page }: { page: MemberDossier }) {
  const { tasks, attendance } = page;
  const present = attendance.filter(({ result }) => result === 'present').length;
  const absent = attendance.filter(({ result }) => result.startsWith('absent')).length;
  return (
    <>
      <section className="form" aria-label="Nhiệm vụ được giao">
        <h3>Nhiệm vụ được giao</h3>
        {tasks.length === 0 && <p className="quiet">Chưa có nhiệm vụ nào giao cho đồng chí này trong biên bản.</p>}
        {tasks.length > 0 && (
          <table className="member-table">
            <thead>
              <tr>
                <th scope="col">Buổi sinh hoạt</th>
                <th scope="col">Nhiệm vụ</th>
                <th scope="col">Hạn</th>
                <th scope="col">Kết quả</th>
              </tr>
            </thead>
            <tbody>
              {tasks.map((task) => (
                <tr key={task.id}>
                  <td>
                    <Link href={`/meetings/${task.meeting_id}`}>{formatDate(task.meeting_date)}</Link>
                  </td>
                  <td>{task.content}</td>
                  <td>{formatDate(task.due_date)}</td>
                  <td>{task.outcome ?? (task.done === null ? 'chưa rõ' : task.done ? 'đã làm' : 'chưa làm')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section className="form" aria-label="Dự sinh hoạt">
        <h3>Dự sinh hoạt</h3>
        {attendance.length === 0 ? (
          <p className="quiet">Chưa có buổi nào điểm danh từng người.</p>
        ) : (
          <p className="quiet small">
            {attendance.length} buổi gần nhất có ghi tên: có mặt {present}, vắng {absent}. Sổ theo dõi chỉ ghi tên người
            vắng thì không tính được số buổi có mặt.
          </p>
        )}
        <ul className="plain-list dated-list">
          {attendance.map((line) => (
            <li key={line.meeting_id}>
              <span>
                <Link href={`/meetings/${line.meeting_id}`}>{formatDate(line.date)}</Link>
              </span>
              <span>
                {attendanceWords[line.result]}
                {line.reason && ` (${line.reason})`}
                <span className="quiet small"> · {line.cell}</span>
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
