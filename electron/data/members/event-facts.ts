import type { EventFieldName, EventInput } from '../../contract/member-events.ts';
import { parseIsoDate } from '../vietnamese/dates.ts';
import type { EventFacts } from './effect-of.ts';
import { eventFields } from './event-fields.ts';
import type { Situation } from './status-period.ts';

export interface EventProblem {
  field: EventFieldName | 'code';
  message: string;
}

/** The event as it decides over statuses, or the first field that it still lacks. What it does not ask is left out. */
export function factsOf(
  input: EventInput,
  situation: Situation,
): { ok: true; facts: EventFacts } | { ok: false; problem: EventProblem } {
  const lacking = (field: EventFieldName, message: string) => ({ ok: false, problem: { field, message } }) as const;
  const fields = eventFields[input.code];
  const missing = fields.find(({ name, required }) => required && !input[name]);
  const date = parseIsoDate(input.date ?? '');
  if (missing) return lacking(missing.name, `Chưa có “${missing.label}”.`);
  if (date === null) return lacking('date', 'Chưa có ngày biến động.');
  if (input.code === 'CHUYEN_DEN' && situation !== 'transferred_out' && !input.place?.trim()) {
    return lacking('place', 'Ghi tổ chức đảng nơi chuyển đến từ đó.');
  }
  if (input.code === 'TAM_THOI_DI' && input.to_cell_id === null && !input.place?.trim()) {
    return lacking('place', 'Chọn chi bộ trong sổ hoặc ghi tổ chức đảng nơi đến.');
  }
  const asks = new Set<EventFieldName>(fields.map(({ name }) => name));
  const of = <T>(name: EventFieldName, value: T): T | null => (asks.has(name) ? value : null);
  const facts: EventFacts = {
    code: input.code,
    date,
    toCellId: of('to_cell_id', input.to_cell_id),
    place: of('place', input.place),
    standing: of('standing', input.standing),
    endsOn: parseIsoDate(of('ends_on', input.ends_on) ?? ''),
    reviewOn: parseIsoDate(of('review_on', input.review_on) ?? ''),
    document: of('document', input.document) ?? of('decision_number', input.decision_number),
  };
  return { ok: true, facts };
}
