import { getDocument, type PDFPageProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF that is open to be drawn; `close` ends its worker. */
export interface PdfPages {
  count: number;
  /** The page, from 1, drawn as large as it fits into the box (CSS pixels; height null: only the width counts). */
  draw(number: number, box: { width: number; height: number | null }): Promise<HTMLCanvasElement>;
  close(): void;
}

/** Reads the bytes of a PDF in a worker. Nothing is fetched: fonts are in our PDFs, and no WebAssembly is needed. */
export async function openPdf(data: Uint8Array<ArrayBuffer>): Promise<PdfPages> {
  const port = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  try {
    const pdf = await getDocument({
      data,
      worker: PDFWorker.create({ port }),
      disableWorkerRendering: true,
      useWasm: false,
      useWorkerFetch: false,
      useSystemFonts: false,
      enableXfa: false,
    }).promise;
    return {
      count: pdf.numPages,
      draw: async (number, box) => draw(await pdf.getPage(number), box),
      close: () => port.terminate(),
    };
  } catch (error) {
    port.terminate();
    throw error;
  }
}

async function draw(page: PDFPageProxy, box: { width: number; height: number | null }): Promise<HTMLCanvasElement> {
  const paper = page.getViewport({ scale: 1 });
  const scale = Math.min(box.width / paper.width, box.height === null ? Infinity : box.height / paper.height);
  const viewport = page.getViewport({ scale: scale * window.devicePixelRatio });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  canvas.style.width = `${Math.floor(paper.width * scale)}px`;
  await page.render({ canvas, viewport, intent: 'print' }).promise;
  return canvas;
}
