// biome-ignore-all lint/a11y/useFocusableInteractive: the field keeps the focus and says what is active
import { Modal, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { ProcedurePath } from '../../../electron/contract/procedure-path.ts';
import { matchesWords } from '../../components/fold.ts';
import { focusAtOnce } from '../../components/use-first-focus.ts';
import { findPages, useHelpPages } from '../../features/help/help-pages.ts';
import { api } from '../data.ts';
import { documentPath } from '../document-path.ts';
import { pressOnceHeld } from '../keys.ts';
import { usePeriod } from '../period-state.tsx';
import { actions, furtherScreens, pathOf, places, settingsParts } from '../places.ts';
import { supplementAsked, supplementOf } from '../supplement.ts';
import { useWhyNots } from '../use-why-not.ts';

type Entry = {
  key: string;
  label: string;
  context: string;
  path: string | null;
  press?: KeyboardEventInit;
  needs?: ProcedurePath;
};

const entityWords = {
  member: 'Đảng viên',
  organisation: 'Tổ chức đảng',
  official: 'Cán bộ dự SH',
  petition: 'Kiến nghị',
  meeting: 'Sinh hoạt',
} as const;

/** Of the documents of a period, which may be many hundreds, as many as one looks through. */
const documentsShown = 30;
const helpShown = 8;

/**
 * Ctrl+K: any member, cell, official, petition, meeting (cell and month), report, document of the period, part of the
 * settings, place, action or page of the help, by words without diacritics.
 */
export function Palette({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [cameFrom] = useState(() => document.activeElement);
  const [active, setActive] = useState(0);
  const [isEntered, setIsEntered] = useState(false);
  const [, navigate] = useLocation();
  const text = typed.trim();
  const supplement = supplementAsked(text);
  const sought = supplement ?? text;
  const found = useQuery(
    api.office.find.queryOptions({
      input: { text: sought },
      enabled: sought.length > 1,
      placeholderData: keepPreviousData,
    }),
  );
  const catalogue = useQuery(api.reports.catalogue.queryOptions());
  const { period } = usePeriod();
  const whyNot = useWhyNots();
  const mayList = whyNot('documents.list') === null;
  const listed = useQuery(api.documents.list.queryOptions({ input: { period }, enabled: mayList && text.length > 1 }));
  const pages = useHelpPages();
  const screens: Entry[] = [
    ...[...places, ...furtherScreens].map((place) => ({ key: place.path, context: 'Mục', ...place })),
    ...(catalogue.data ?? []).map(({ code, title }) => ({
      key: code,
      label: `${code} ${title}`,
      context: 'Báo cáo',
      path: `/reports/${code}`,
    })),
    ...settingsParts.map((one) => ({
      key: `settings:${one.part}`,
      context: 'Thiết lập',
      path: `/settings/${one.part}`,
      ...one,
    })),
    ...actions.map((action) => ({ key: `do:${action.label}`, context: 'Việc', ...action })),
  ];
  const fixed = screens.filter(
    ({ label, context, needs }) => matchesWords(`${label} ${context}`, text) && (!needs || whyNot(needs) === null),
  );
  const documents: Entry[] = (text.length > 1 ? (listed.data ?? []) : [])
    .filter(({ code, title, name }) => matchesWords(`${code} ${title} ${name}`, text))
    .slice(0, documentsShown)
    .map(({ code, name, about }) => ({
      key: documentPath(code, about),
      label: code.startsWith('BC-') ? `${code} ${name}` : name,
      context: 'Văn bản',
      path: documentPath(code, about),
    }));
  const records: Entry[] = (sought.length > 1 ? (found.data ?? []) : []).map(({ entity, id, label, context }) => ({
    key: `${entity}:${id}`,
    label,
    context: [entityWords[entity], context].filter(Boolean).join(' · '),
    path: pathOf(entity, id) ?? '/',
  }));
  const help: Entry[] = (text.length > 1 ? findPages(pages, text).slice(0, helpShown) : []).map(({ id, title }) => ({
    key: `help:${id}`,
    label: title,
    context: 'Trợ giúp',
    path: `/help/${id}`,
  }));
  const forms: Entry[] = (supplement === null || sought.length < 2 ? [] : (found.data ?? []))
    .filter(({ entity }) => entity === 'member')
    .map(({ id, label, context }) => {
      const form = supplementOf(id, period);
      return { key: form.path, label: `${form.label}: ${label}`, context, path: form.path };
    });
  if (supplement === '')
    forms.push({ key: 'forms', label: 'Phiếu bổ sung: gõ tiếp tên', context: 'Đảng viên', path: '/members' });
  const entries = [...forms, ...(supplement === null ? records : []), ...fixed, ...documents, ...help];
  const go = (entry: Entry) => {
    if (entry.path !== null) navigate(entry.path);
    onClose();
    // The key of the screen, once it stands and the palette, which has the keys to itself, is gone.
    const { press } = entry;
    if (press) window.setTimeout(() => pressOnceHeld(press));
  };
  // Enter right after the last letter means what these letters find, not what the letters before them had found.
  const isLate = sought.length > 1 && (found.isPending || found.isPlaceholderData) && !found.isError;
  useEffect(() => {
    if (!isEntered || isLate) return;
    setIsEntered(false);
    const entry = entries[active];
    if (entry) go(entry);
  });
  const leave = () => {
    onClose();
    window.setTimeout(() => cameFrom instanceof HTMLElement && cameFrom.focus({ preventScroll: true }));
  };
  return (
    <Modal.Root opened onClose={leave} size={620} lockScroll={false} transitionProps={{ duration: 0 }} yOffset={72}>
      <Modal.Overlay backgroundOpacity={0.24} />
      <Modal.Content aria-label="Tìm">
        <Modal.Body className="palette-body">
          <TextInput
            ref={focusAtOnce}
            data-autofocus
            aria-label="Tìm đảng viên, chi bộ, cán bộ, báo cáo, văn bản"
            placeholder="Tên đảng viên, chi bộ, cán bộ; kiến nghị; buổi họp (thôn 4 7/2024); báo cáo, văn bản"
            role="combobox"
            aria-expanded={entries.length > 0}
            aria-controls="palette-entries"
            aria-activedescendant={entries.length > 0 ? `palette-${active}` : undefined}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setActive(0);
              setIsEntered(false);
            }}
            onKeyDown={(event) => {
              const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
              if (step !== undefined) {
                event.preventDefault();
                setActive(Math.max(0, Math.min(entries.length - 1, active + step)));
              } else if (event.key === 'Enter') {
                event.preventDefault();
                setIsEntered(true);
              }
            }}
          />
          <div
            id="palette-entries"
            role="listbox"
            hidden={entries.length === 0}
            aria-label="Kết quả"
            className="palette"
          >
            {entries.map((entry, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled in the field above
              <div
                key={entry.key}
                id={`palette-${index}`}
                ref={index === active ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined}
                role="option"
                aria-selected={index === active}
                onClick={() => go(entry)}
              >
                <span>{entry.label}</span>
                <span className="quiet small">{entry.context}</span>
              </div>
            ))}
          </div>
          {entries.length === 0 && (
            <p className="quiet" role="status">
              Không tìm thấy. Thử ít chữ hơn, hoặc tìm theo số thẻ đảng viên.
            </p>
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
