import { type ReactNode, useState } from 'react';
import type { PrintPage } from '../../../electron/contract/shell.ts';
import { putOnPaper } from '../../app/paper.ts';
import { shell } from '../../app/shell.ts';
import { PrintPreview } from './PrintPreview.tsx';

/**
 * How a screen prints: first the pages are looked at, and printed from there. A browser has a preview of its own and is
 * asked to print at once. `preview` belongs into the screen.
 */
export function usePrinting(): { print: (page: PrintPage) => Promise<void>; preview: ReactNode } {
  const [page, setPage] = useState<PrintPage | null>(null);
  const { pagesOf, savePdf } = shell;
  if (!pagesOf || !savePdf) {
    return {
      print: async (asked) => {
        await putOnPaper(asked);
      },
      preview: null,
    };
  }
  return {
    print: (asked) => Promise.resolve(setPage(asked)),
    preview: page && <PrintPreview page={page} pagesOf={pagesOf} savePdf={savePdf} onClose={() => setPage(null)} />,
  };
}
