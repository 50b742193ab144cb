import { CloseButton } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import type { MadeFile } from '../../../electron/contract/values.ts';
import { messageOf } from '../data.ts';
import { shell } from '../shell.ts';

type Notice = { text: string; problem: boolean; file: MadeFile | null };
type Hand = (make: () => Promise<{ file: MadeFile }>) => Promise<void>;

const NoticeContext = createContext<Hand | null>(null);

/** One notice at a time, for what finished outside the window: a file that was made and where to find it. */
export function NoticeProvider({ children }: { children: ReactNode }) {
  const [notice, setNotice] = useState<Notice | null>(null);
  const hand = useCallback<Hand>(async (make) => {
    try {
      const { file } = await make();
      if (await shell.deliver(file)) setNotice({ text: `Đã xuất ${file.name}`, problem: false, file });
    } catch (error) {
      setNotice({ text: messageOf(error), problem: true, file: null });
    }
  }, []);
  const close = useCallback(() => setNotice(null), []);
  return (
    <NoticeContext value={hand}>
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
  const { file } = notice;
  const { openFile, showInFolder } = shell;
  return (
    <div className="notice" role={notice.problem ? 'alert' : 'status'}>
      <span className={notice.problem ? 'problem' : ''}>{notice.text}</span>
      {file && openFile && (
        <button type="button" className="door" onClick={() => openFile(file)}>
          Mở tệp
        </button>
      )}
      {file && showInFolder && (
        <button type="button" className="door" onClick={() => showInFolder(file)}>
          Mở thư mục
        </button>
      )}
      <CloseButton size="sm" aria-label="Đóng thông báo" onClick={onClose} />
    </div>
  );
}

/** Makes a file on the data side and hands it to the person; says so, or says what went wrong. */
export function useHandOver(): Hand {
  const hand = useContext(NoticeContext);
  if (!hand) throw new Error('useHandOver outside NoticeProvider');
  return hand;
}
