import { useKeptText } from '../../app/kept.ts';
import { useScope } from '../../app/use-why-not.ts';

/**
 * The unit a report is made of; null: the whole office, undefined: not known yet. Whoever has a part of the office begins with all of
 * that part; what somebody else chose in this window does not hold for them.
 */
export function useUnit(code: string): [string | null | undefined, (unit: string | null) => void] {
  const scope = useScope();
  const [kept, setKept] = useKeptText(`report:${code}:unit`);
  const prefix = `${scope ?? ''}:`;
  const chosen = kept.startsWith(prefix) ? kept.slice(prefix.length) : '';
  return [chosen || scope, (unit) => setKept(prefix + (unit ?? ''))];
}
