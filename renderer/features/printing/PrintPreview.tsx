import './print-preview.css';
import { Button, Group } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { PrintPage } from '../../../electron/contract/shell.ts';
import { chordOf } from '../../app/keys.ts';
import { putOnPaper } from '../../app/paper.ts';
import { shell } from '../../app/shell.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { PaperView } from './PaperView.tsx';
import { usePdfPages } from './use-pdf-pages.ts';

type Props = {
  page: PrintPage;
  pagesOf: (page: PrintPage) => Promise<Uint8Array<ArrayBuffer>>;
  savePdf: (page: PrintPage) => Promise<boolean>;
  onClose: () => void;
};

/** The pages as they will print, made as a PDF is; printed or saved from here. Keys: PageUp, PageDown, Home, End, +, -. */
export function PrintPreview({ page, pagesOf, savePdf, onClose }: Props) {
  const { pages, error } = usePdfPages(page, pagesOf);
  const [number, setNumber] = useState(1);
  const [wide, setWide] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const view = useRef<HTMLElement>(null);
  const count = pages?.count ?? 1;
  const turn = (to: number) => setNumber(Math.min(Math.max(to, 1), count));

  /** Closed when it is done; open as it was for who changed their mind or was refused. */
  const act = async (put: () => Promise<unknown>) => {
    setBusy(true);
    setFailure(null);
    try {
      if ((await put()) !== false) onClose();
    } catch (refusal) {
      setFailure(refusal);
    }
    setBusy(false);
  };
  const print = () => void act(() => putOnPaper(page, shell.print));
  const save = () => void act(() => putOnPaper(page, savePdf));

  const keys: Readonly<Record<string, () => void>> = {
    pageup: () => turn(number - 1),
    pagedown: () => turn(number + 1),
    home: () => turn(1),
    end: () => turn(count),
    '+': () => setWide(true),
    '=': () => setWide(true),
    '-': () => setWide(false),
    arrowdown: () => view.current?.scrollBy(0, 80),
    arrowup: () => view.current?.scrollBy(0, -80),
    'ctrl+p': print,
    'ctrl+s': save,
  };
  const latest = useRef({ keys, busy });
  useEffect(() => {
    latest.current = { keys, busy };
  });
  useEffect(() => {
    // Before the dialog, whose Ctrl+S would print; wherever in it the focus is.
    const hear = (event: KeyboardEvent) => {
      const act = latest.current.keys[chordOf(event).replace(/^shift\+(?=[+=]$)/, '')];
      if (!act || event.isComposing) return;
      event.preventDefault();
      // The Ctrl+P that led here may still be held down.
      if (!latest.current.busy && !(event.ctrlKey && event.repeat)) act();
    };
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  }, []);

  return (
    <Dialog
      title={`Xem trước khi in: ${page.title}`}
      opened
      onClose={onClose}
      action="In…"
      onAction={print}
      other={{ label: 'Lưu PDF…', onAct: save }}
      cancel="Đóng"
      busy={busy}
      error={error ?? failure}
      size={1100}
    >
      <Group gap={8} justify="space-between">
        <span role="status">{pages ? `Trang ${number}/${count}` : error === null && 'Đang dàn trang…'}</span>
        <Group gap={8}>
          <Button variant="default" title="PageUp" disabled={number === 1} onClick={() => turn(number - 1)}>
            Trang trước
          </Button>
          <Button variant="default" title="PageDown" disabled={number === count} onClick={() => turn(number + 1)}>
            Trang sau
          </Button>
          <Button variant="default" title={wide ? '-' : '+'} disabled={!pages} onClick={() => setWide(!wide)}>
            {wide ? 'Vừa cả trang' : 'Vừa bề ngang'}
          </Button>
        </Group>
      </Group>
      <PaperView ref={view} pages={pages} number={number} wide={wide} onError={setFailure} />
    </Dialog>
  );
}
