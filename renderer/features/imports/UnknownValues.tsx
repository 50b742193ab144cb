import { formatInt } from '../../components/format.ts';
import { Picker } from '../../components/Picker.tsx';
import { EmptyState } from '../../components/states.tsx';
import { withValue } from './decision-state.ts';
import type { Decisions } from './use-decisions.ts';
import type { UnknownValue } from './use-unknown-values.ts';

type Props = { values: readonly UnknownValue[]; decisions: Decisions };

/** Words of the files that no code list knows, each with what it stands for; the office remembers it when it is written. */
export function UnknownValues({ values, decisions }: Props) {
  if (values.length === 0) return <EmptyState title="Mọi giá trị đều có trong danh mục" />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="unknown-values" tabIndex={0} aria-label="Giá trị chưa có trong danh mục">
      <table>
        <thead>
          <tr>
            <th scope="col">Danh mục</th>
            <th scope="col">Trong tệp ghi</th>
            <th scope="col">Số dòng</th>
            <th scope="col">Hiểu là (ghi nhớ cho lần sau)</th>
          </tr>
        </thead>
        <tbody>
          {values.map(({ list, list_title, text, rows, choices }) => {
            const chosen = decisions.now.values.find((value) => value.list === list && value.text === text);
            return (
              <tr key={`${list}\t${text}`}>
                <td>{list_title}</td>
                <td>{text}</td>
                <td className="numbers">{formatInt(rows)}</td>
                <td>
                  <Picker
                    ariaLabel={`"${text}" là`}
                    choices={choices.map(({ code, label }) => ({ value: code, label }))}
                    value={chosen?.code ?? null}
                    none="Chưa biết: để trống"
                    onChange={(code) => decisions.change(withValue(list, text, code))}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
