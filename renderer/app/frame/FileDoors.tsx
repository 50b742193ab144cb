import type { MadeFile } from '../../../electron/contract/values.ts';
import { shell } from '../shell.ts';

/** What can be done with a made file: opened and shown where the host can, and put where the person says. */
export function FileDoors({ file, isSaved = false }: { file: MadeFile; isSaved?: boolean }) {
  const { openFile, showInFolder } = shell;
  return (
    <>
      {openFile && (
        <button type="button" className="door" onClick={() => void openFile(file)}>
          Mở tệp
        </button>
      )}
      {showInFolder && (
        <button type="button" className="door" onClick={() => void showInFolder(file)}>
          Mở thư mục
        </button>
      )}
      {!isSaved && (
        <button type="button" className="door" onClick={() => void shell.deliver(file)}>
          Lưu tệp…
        </button>
      )}
    </>
  );
}
