import './help.css';
import { Drawer } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { heldKeys, useKeys } from '../../app/keys.ts';
import { shell } from '../../app/shell.ts';
import { HelpArticle } from './HelpArticle.tsx';
import { pageOfScreen, useHelpPages } from './help-pages.ts';
import { KeySheet } from './KeySheet.tsx';

/** F1, also without an open office (then it is the first hour that helps): the page about this screen, over it. */
export function HelpOnF1({ start = false }: { start?: boolean }) {
  const [chords, setChords] = useState<readonly string[] | null>(null);
  const open = useCallback(() => setChords(heldKeys()), []);
  useKeys({ f1: open });
  useEffect(() => {
    window.addEventListener(helpAsked, open);
    const stop = shell.onMenu((command) => command.name === 'help' && open());
    return () => {
      window.removeEventListener(helpAsked, open);
      stop();
    };
  }, [open]);
  return chords === null ? null : <HelpDrawer start={start} chords={chords} onClose={() => setChords(null)} />;
}

const helpAsked = 'sochibo:help';

/** For buttons: the same as F1. */
export function askForHelp(): void {
  window.dispatchEvent(new Event(helpAsked));
}

type Props = { start: boolean; chords: readonly string[]; onClose: () => void };

function HelpDrawer({ start, chords, onClose }: Props) {
  const [location, navigate] = useLocation();
  const pages = useHelpPages();
  const [read, setRead] = useState<string | null>(null);
  const page = read ?? (start ? pages[0]?.id : (pageOfScreen(pages, location)?.id ?? pages[0]?.id));
  // Without an office there are no screens to go to: a door to another page turns the page here.
  const onDoor = (path: string) => {
    if (start && path.startsWith('/help/')) setRead(path.slice('/help/'.length));
    else onClose();
    if (start) navigate('/', { replace: true });
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={480}
      title="Trợ giúp về màn hình này"
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Đóng' }}
      classNames={{ content: 'drawer', body: 'help-drawer' }}
    >
      {page !== undefined && <HelpArticle id={page} onDoor={onDoor} />}
      <section aria-label="Phím tắt">
        <h3>Phím của màn hình này</h3>
        <KeySheet chords={chords} />
      </section>
      {!start && page !== undefined && (
        <p>
          <Link href={`/help/${page}`} onClick={onClose}>
            Mở trang này trong «Trợ giúp» cùng các trang khác
          </Link>
        </p>
      )}
    </Drawer>
  );
}
