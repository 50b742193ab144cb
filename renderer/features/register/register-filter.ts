import { useKeptChoice, useKeptText } from '../../app/kept.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { codesOf, documentStateWords } from '../../components/words.ts';

const spans = ['period', 'all'] as const;

/** By what the register is narrowed, kept from one visit of the screen to the next, and the question it makes. */
export function useRegisterFilter() {
  const { from, asOf } = usePeriod();
  const [text, setText] = useKeptText('register:text');
  const [kind, setKind] = useKeptText('register:kind');
  const [term, setTerm] = useKeptText('register:term');
  const [state, setState] = useKeptChoice('register:state', codesOf(documentStateWords), null);
  const [span, setSpan] = useKeptChoice('register:span', spans, 'all');
  const question = {
    ...(text.trim() ? { text } : {}),
    ...(kind ? { kind_code: kind } : {}),
    ...(term ? { term_id: term } : {}),
    ...(state ? { state } : {}),
    ...(span === 'period' ? { from: `${from}-01`, to: asOf } : {}),
  };
  return {
    ...{ text, setText, kind, setKind, term, setTerm, state, setState, span, setSpan },
    question,
    isNarrowed: Object.keys(question).length > 0,
  };
}

export type RegisterFilter = ReturnType<typeof useRegisterFilter>;
