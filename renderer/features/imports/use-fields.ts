import { skipToken, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ImportSheetKind } from '../../../electron/contract/import-decisions.ts';
import { api } from '../../app/data.ts';

export type FieldChoice = { field: string; label: string; required: boolean };

const none: FieldChoice[] = [];

/** What a column of a kind of sheet may be taken for; nothing for a sheet that is not read. */
export function useFields(kind: ImportSheetKind | null): readonly FieldChoice[] {
  const fields = useQuery(api.imports.fields.queryOptions({ input: kind === null ? skipToken : { kind } }));
  return useMemo(() => fields.data ?? none, [fields.data]);
}
