import { useEffect, useState } from 'react';
import type { PrintPage } from '../../../electron/contract/shell.ts';
import type { PdfPages } from './pdf-pages.ts';

/** The pages as they will print; null while they are laid out. The reader of PDFs is loaded when first needed. */
export function usePdfPages(page: PrintPage, pagesOf: (page: PrintPage) => Promise<Uint8Array<ArrayBuffer>>) {
  const [pages, setPages] = useState<PdfPages | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let left = false;
    let opened: PdfPages | null = null;
    const open = async () => {
      const [{ openPdf }, bytes] = await Promise.all([import('./pdf-pages.ts'), pagesOf(page)]);
      const found = await openPdf(bytes);
      if (left) return found.close();
      opened = found;
      setPages(found);
    };
    open().catch((failure: unknown) => {
      if (!left) setError(failure);
    });
    return () => {
      left = true;
      opened?.close();
    };
  }, [page, pagesOf]);
  return { pages, error };
}
