import { formatNumber } from '../../components/format.ts';
import { FigureButton } from '../../components/states.tsx';

export type Bar = {
  key: string;
  label: string;
  /** What the bar shows; null = not known: no bar, "–". */
  value: number | null;
  /** The part of it that is filled darker: done of all. */
  part?: number;
  /** In words, beside the bar: "15/17 · 88,2 %". */
  text: string;
  onOpen?: () => void;
};

type Props = { title: string; bars: readonly Bar[]; max: number; unit: string; empty: string };

const barLength = 112;

/** Horizontal bars with their figures in words beside them: the chart is its own table, and reads as one. */
export function BarChart({ title, bars, max, unit, empty }: Props) {
  return (
    <section className="home-chart" aria-label={title}>
      <h3>{title}</h3>
      {bars.length === 0 ? (
        <p className="quiet small">{empty}</p>
      ) : (
        <table className="home-bars">
          <thead className="unseen">
            <tr>
              <th>Mục</th>
              <th>Biểu đồ</th>
              <th>{unit}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.key}>
                <th scope="row" title={bar.label}>
                  {bar.label}
                </th>
                <td aria-hidden="true">
                  <svg width={barLength} height="12" viewBox={`0 0 ${barLength} 12`}>
                    <title>{`${bar.label}: ${formatNumber(bar.value)}`}</title>
                    <rect className="home-bar-ground" width={barLength} height="12" />
                    <rect className="home-bar" width={lengthOf(bar.value, max)} height="12" />
                    {bar.part !== undefined && (
                      <rect className="home-bar-part" width={lengthOf(bar.part, max)} height="12" />
                    )}
                  </svg>
                </td>
                <td className="home-bar-text">
                  {bar.onOpen ? (
                    <FigureButton value={bar.text} label={`Xem các dòng của ${bar.label}`} onOpen={bar.onOpen} />
                  ) : (
                    bar.text
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function lengthOf(value: number | null, max: number): number {
  return value === null || max <= 0 ? 0 : Math.round((Math.min(value, max) / max) * barLength);
}
