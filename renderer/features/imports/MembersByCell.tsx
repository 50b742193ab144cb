import type { ImportResult } from '../../../electron/contract/imports.ts';
import { formatInt } from '../../components/format.ts';

/** How many members each cell has before the import and after it (pitfall 10d); cells that change come first. */
export function MembersByCell({ result: { members_by_cell: all = [] } }: { result: ImportResult }) {
  if (all.length === 0) return null;
  const changed = all.filter(({ before, after }) => before !== after);
  const same = all.filter(({ before, after }) => before === after);
  return (
    <details className="members-by-cell">
      <summary>
        Số đảng viên của chi bộ trước và sau khi nhập: {formatInt(changed.length)} chi bộ thay đổi,{' '}
        {formatInt(same.length)} không đổi
      </summary>
      <table className="decide-sheets">
        <thead>
          <tr>
            <th scope="col">Chi bộ</th>
            {['Trước', 'Sau', 'Tăng, giảm'].map((word) => (
              <th key={word} scope="col" data-align="right">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...changed, ...same].map(({ id, name, before, after }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td className="numbers" data-align="right">
                {formatInt(before)}
              </td>
              <td className="numbers" data-align="right">
                {formatInt(after)}
              </td>
              <td className="numbers" data-align="right">
                {after > before && '+'}
                {formatInt(after - before)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
