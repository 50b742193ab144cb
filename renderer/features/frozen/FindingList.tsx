import './frozen.css';
import { Link } from 'wouter';
import type { Finding } from '../../../electron/contract/frozen.ts';
import { pathOf } from '../../app/places.ts';
import { Note } from '../../components/states.tsx';

/** Rows named under a finding; of more, how many there are. */
const shown = 30;

/** What disagrees, each opening to its records; what is only to be known comes after. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const disagrees = findings.filter(({ weight }) => weight === 'disagrees').length;
  return (
    <section aria-label="Đối chiếu số liệu">
      {disagrees === 0 ? (
        <Note tone="fine">Đối chiếu giữa các biểu: không có số nào vênh nhau.</Note>
      ) : (
        <Note tone="caution">Có {disagrees} chỗ không khớp. Vẫn chốt được; các chỗ này được ghi cùng số liệu.</Note>
      )}
      {findings.map(({ check, message, weight, rows }) => (
        <details key={`${check} ${message}`} className="finding">
          <summary>
            <b>{weight === 'disagrees' ? 'Không khớp: ' : 'Lưu ý: '}</b>
            {message}
          </summary>
          <ul>
            {rows.slice(0, shown).map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a record may stand in a finding twice, and rows never move
              <li key={`${row.entity} ${row.id} ${index}`}>
                <RowName row={row} />
                {row.context && <span className="quiet"> · {row.context}</span>}
              </li>
            ))}
            {rows.length > shown && <li className="quiet">và {rows.length - shown} dòng khác</li>}
          </ul>
        </details>
      ))}
    </section>
  );
}

/** A door to the record, where it has a page. */
function RowName({ row: { entity, id, label } }: { row: Finding['rows'][number] }) {
  const path = pathOf(entity, id);
  return path === null ? label : <Link href={path}>{label}</Link>;
}
