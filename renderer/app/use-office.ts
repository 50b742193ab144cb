import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { navigate } from 'wouter/use-hash-location';
import type { MenuCommand } from '../../electron/contract/shell.ts';
import { api } from './data.ts';
import { useDrop } from './dropped-files.ts';
import { forgetKept } from './kept.ts';
import { client } from './link.ts';
import { forgetLongWork } from './long-work.ts';
import { forgetPeriod } from './period-state.tsx';
import { shell } from './shell.ts';

type NewOffice = Parameters<typeof client.office.create>[0];
type OpenedOffice = Awaited<ReturnType<typeof client.office.open>>;

const currentKey = api.office.current.queryKey({ input: {} });

/** Shows an office, or none; nothing that was asked or remembered of the last one stays. */
function show(queries: QueryClient, office: OpenedOffice | null): void {
  forgetKept();
  forgetLongWork();
  forgetPeriod();
  navigate('/');
  queries.removeQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey) !== JSON.stringify(currentKey) });
  queries.setQueryData(currentKey, office);
}

/** Creating, opening and closing an office: each changes everything the window shows. */
export function useOfficeDoors() {
  const queries = useQueryClient();
  const shown = { onSuccess: (office: OpenedOffice | null) => show(queries, office) };
  const create = useMutation({ mutationFn: (office: NewOffice) => client.office.create(office), ...shown });
  const open = useMutation({
    mutationFn: (path: string) => client.office.open({ path, ask_about_place: true }),
    ...shown,
  });
  const close = useMutation({ mutationFn: () => client.office.close(), ...shown });
  return { create, open, close };
}

/** Other ways to an office that was refused; each but `salvage` ends with an office open. */
export function useOtherDoors() {
  const queries = useQueryClient();
  const shown = (office: OpenedOffice) => show(queries, office);
  const open = useMutation({ mutationFn: (path: string) => client.office.open({ path }), onSuccess: shown });
  const view = useMutation({ mutationFn: (path: string) => client.opening.view({ path }), onSuccess: shown });
  const copyHere = useMutation({
    mutationFn: (given: { path: string; to: string }) => client.opening.copyHere(given),
    onSuccess: shown,
  });
  const restore = useMutation({
    mutationFn: (given: { path: string; file: string }) => client.opening.restore(given),
    onSuccess: ({ office }) => shown(office),
  });
  const salvage = useMutation({ mutationFn: (given: { path: string; to: string }) => client.opening.salvage(given) });
  return { open, view, copyHere, restore, salvage };
}

/** Why an office did not open; `path` null: it was no office that was dropped. */
export interface Refusal {
  path: string | null;
  error: unknown;
}

/**
 * What the native menu and dropped files ask of the window whether an office is open or not. Returns why an office did
 * not open, or a dropped file was not taken.
 */
export function useOfficeMenu(hasOffice: boolean): Refusal | null {
  const [refusal, setRefusal] = useState<unknown>(null);
  const { close } = useOfficeDoors();
  // Only the start screen can offer other ways: here a share is opened with settings made safe.
  const { open } = useOtherDoors();
  const answer = useRef<(command: MenuCommand) => Promise<void>>(async () => {});
  useEffect(() => {
    answer.current = async (command) => {
      if (command.name === 'open-office') {
        const path = command.path ?? (await shell.chooseOffice?.()) ?? null;
        if (path !== null) open.mutate(path);
      } else if (command.name === 'new-office' || command.name === 'close-office') {
        close.mutate();
      }
    };
  });
  useEffect(() => shell.onMenu((command) => void answer.current(command)), []);
  useDrop({ hasOffice, openOffice: open.mutate, onRefused: setRefusal });
  if (open.error) return { path: open.variables ?? null, error: open.error };
  return refusal == null ? null : { path: null, error: refusal };
}
