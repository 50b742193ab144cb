import { Icon } from '../../components/icons.tsx';
import { severityTones } from './import-words.ts';
import type { RowMarks } from './sheet-marks.ts';

type Props = { place: string; text: string; marks: RowMarks | undefined; letter: string };

/** The box of the cursor as Excel's formula bar shows it: its address, its whole text, what is wrong with it. */
export function BoxLine({ place, text, marks, letter }: Props) {
  const issues = [...(marks?.get(letter) ?? []), ...(letter === '' ? [] : (marks?.get('') ?? []))];
  return (
    <div className="box-line" aria-live="polite">
      <span className="box-place">{place}</span>
      <span className="box-text" title={text}>
        {text}
      </span>
      {issues.slice(0, 1).map(({ severity, message }) => (
        <span key={message} className={`box-issue ${severityTones[severity]}`} title={message}>
          <Icon name={severity} /> {message}
        </span>
      ))}
    </div>
  );
}
