import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/data.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { SelectFilter } from '../../components/SelectFilter.tsx';
import { codesOf, documentStateWords } from '../../components/words.ts';
import type { RegisterFilter } from './register-filter.ts';

/** What the register may be narrowed to: kind, state, the period of the frame, term. */
export function RegisterFilters({ filter }: { filter: RegisterFilter }) {
  const { label } = usePeriod();
  const { data: choices } = useQuery(api.register.choices.queryOptions({ input: {} }));
  const { kind, setKind, term, setTerm, state, setState, span, setSpan } = filter;
  const kindWords = Object.fromEntries(
    [...Map.groupBy(choices?.kinds ?? [], ({ code }) => code)].map(([code, kinds]) => [
      code,
      kinds.map(({ name }) => name).join(', '),
    ]),
  );
  const termWords = Object.fromEntries((choices?.terms ?? []).map(({ id, name }) => [id, name]));
  return (
    <div className="tools-row">
      <SelectFilter
        label="Thể loại"
        none="Mọi thể loại"
        words={kindWords}
        value={kind || null}
        onChange={(value) => setKind(value ?? '')}
      />
      <SelectFilter
        label="Trạng thái"
        none="Mọi trạng thái"
        words={documentStateWords}
        value={state}
        onChange={(value) => setState(codesOf(documentStateWords).find((code) => code === value) ?? null)}
      />
      <SelectFilter
        label="Thời gian"
        none="Mọi thời gian"
        words={{ period: label }}
        value={span === 'period' ? 'period' : null}
        onChange={(value) => setSpan(value === 'period' ? 'period' : 'all')}
      />
      {Object.keys(termWords).length > 0 && (
        <SelectFilter
          label="Nhiệm kỳ"
          none="Mọi nhiệm kỳ"
          words={termWords}
          value={term || null}
          onChange={(value) => setTerm(value ?? '')}
        />
      )}
    </div>
  );
}
