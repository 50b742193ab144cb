import { Note } from '../../components/states.tsx';

/** What disagrees with the rules: said, never forbidden. */
export function IssueWarnings({ warnings }: { warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <Note tone="caution">
      <ul className="issue-warnings">
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </Note>
  );
}
