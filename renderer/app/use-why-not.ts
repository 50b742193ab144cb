import { useQuery } from '@tanstack/react-query';
import type { ProcedurePath } from '../../electron/contract/procedure-path.ts';
import { lacks, rightOf } from '../../electron/contract/rights.ts';
import { ofWholeOffice, scopeRuleOf } from '../../electron/contract/scope.ts';
import { api } from './data.ts';

/**
 * Why whoever works may not do what a button does, in words; null: they may. By the tables that the data side keeps to,
 * which refuses all the same.
 */
export function useWhyNot(needs: ProcedurePath): string | null {
  return useWhyNots()(needs);
}

/** The same for many of them at once. */
export function useWhyNots(): (needs: ProcedurePath) => string | null {
  const { data: worker } = useQuery(api.people.who.queryOptions());
  return (needs) => {
    if (!worker) return null;
    const path = needs.split('.');
    const scope = worker.user?.scope ?? null;
    const outside = scope !== null && scopeRuleOf(path) === 'whole' ? ofWholeOffice(scope) : null;
    return lacks(rightOf(path), worker.role) ?? outside;
  };
}

/** The organisation whose part of the office the one who works has; null: the whole; undefined: not known yet. */
export function useScope(): string | null | undefined {
  const { data: worker } = useQuery(api.people.who.queryOptions());
  return worker && (worker.user?.scope_id ?? null);
}
