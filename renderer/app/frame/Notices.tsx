import { CloseButton } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { MadeFile } from '../../../electron/contract/values.ts';
import { messageOf } from '../data.ts';
import { useKeys } from '../keys.ts';
import { client } from '../link.ts';
import { shell } from '../shell.ts';
import { FileDoors } from './FileDoors.tsx';

type Notice = {
  text: string;
  problem: boolean;
  file: MadeFile | null;
  /** The person has put it where they want it. */
  saved: boolean;
  undo: (() => Promise<void>) | null;
};
type Hand = (make: () => Promise<{ file: MadeFile } | null>) => Promise<void>;
type OfferUndo = (text: string) => Promise<void>;
type Tell = (notice: { text: string; problem?: boolean; file?: MadeFile | null }) => void;

const NoticeContext = createContext<{ hand: Hand; offerUndo: OfferUndo; tell: Tell } | null>(null);

/** The shell reads every copy back; a browser keeps what it downloads to itself. */
const readBack = shell.kind === 'desktop' ? ', đã đọc lại và so khớp. Nếu ghi ra USB thì có thể rút.' : '';

const success = { problem: false, file: null, saved: false, undo: null };
const problem = { ...success, problem: true };

/** One notice at a time: for what finished outside the window, and for a change that can be taken back. */
export function NoticeProvider({ children }: { children: ReactNode }) {
  const [notice, setNotice] = useState<Notice | null>(null);
  const queries = useQueryClient();
  const close = useCallback(() => setNotice(null), []);
  const hand = useCallback<Hand>(async (make) => {
    try {
      const made = await make();
      if (made === null) return;
      const { file } = made;
      if (await shell.deliver(file))
        setNotice({ ...success, text: `Đã xuất ${file.name}${readBack}`, file, saved: true });
    } catch (error) {
      setNotice({ ...problem, text: messageOf(error) });
    }
  }, []);
  const offerUndo = useCallback<OfferUndo>(
    async (text) => {
      const [last] = await client.office.history({ limit: 1 });
      if (!last) return;
      const undo = async () => {
        try {
          await client.office.undo({ transaction: last.transaction });
          setNotice({ ...success, text: `Đã hoàn tác: ${text}` });
        } catch (error) {
          setNotice({ ...problem, text: messageOf(error) });
        }
        await queries.invalidateQueries();
      };
      setNotice({ ...success, text, undo });
    },
    [queries],
  );
  const tell = useCallback<Tell>((notice) => setNotice({ ...success, ...notice }), []);
  const doors = useMemo(() => ({ hand, offerUndo, tell }), [hand, offerUndo, tell]);
  return (
    <NoticeContext value={doors}>
      {children}
      {notice && <NoticeBox notice={notice} onClose={close} />}
    </NoticeContext>
  );
}

/** How long a notice of success stays, milliseconds; a problem stays until it is closed. */
const shownFor = 10_000;

function NoticeBox({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  useEffect(() => {
    if (notice.problem) return;
    const timer = window.setTimeout(onClose, shownFor);
    return () => window.clearTimeout(timer);
  }, [notice, onClose]);
  const { file, undo } = notice;
  return (
    <div className="notice" role={notice.problem ? 'alert' : 'status'}>
      <span className={notice.problem ? 'problem' : ''}>{notice.text}</span>
      {undo && <UndoButton undo={undo} />}
      {file && <FileDoors file={file} isSaved={notice.saved} />}
      <CloseButton size="sm" aria-label="Đóng thông báo" onClick={onClose} />
    </div>
  );
}

/** Takes the change back; Ctrl+Z does, too, but in a field, where it takes back what was typed. */
function UndoButton({ undo }: { undo: () => Promise<void> }) {
  useKeys({
    'ctrl+z': ({ target }) => {
      if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) void undo();
    },
  });
  return (
    <button type="button" className="door" onClick={() => void undo()} title="Ctrl+Z">
      Hoàn tác
    </button>
  );
}

function useDoors() {
  const doors = useContext(NoticeContext);
  if (!doors) throw new Error('used outside NoticeProvider');
  return doors;
}

/** Makes a file on the data side and hands it to the person; says so, or says what went wrong. Null: it was stopped, nothing is said. */
export function useHandOver(): Hand {
  return useDoors().hand;
}

/** Says what was changed just now and offers to take it back: call it when a destructive change has succeeded. */
export function useOfferUndo(): OfferUndo {
  return useDoors().offerUndo;
}

/** Says what has finished elsewhere, or went wrong there. */
export function useTell(): Tell {
  return useDoors().tell;
}
