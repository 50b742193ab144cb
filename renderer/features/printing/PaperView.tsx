import { type RefObject, useEffect, useRef, useState } from 'react';
import type { PdfPages } from './pdf-pages.ts';

type Props = {
  ref: RefObject<HTMLElement | null>;
  pages: PdfPages | null;
  number: number;
  /** As wide as there is room; otherwise the whole page. */
  wide: boolean;
  onError: (error: unknown) => void;
};

/** One sheet of paper, drawn anew at the size it is seen, so that small words stay sharp. */
export function PaperView({ ref, pages, number, wide, onError }: Props) {
  const sheet = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState(false);
  const [room, setRoom] = useState<{ width: number; height: number } | null>(null);
  useEffect(() => {
    const box = sheet.current?.parentElement;
    if (!box) return;
    // The border box: a scrollbar that comes with a wide page must not ask for another drawing.
    const observer = new ResizeObserver(() => setRoom({ width: box.offsetWidth, height: box.offsetHeight }));
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (!pages || !room) return;
    let overtaken = false;
    const margin = 32;
    pages
      .draw(number, { width: room.width - margin, height: wide ? null : room.height - margin })
      .then((canvas) => {
        if (overtaken || !sheet.current) return;
        canvas.setAttribute('role', 'img');
        canvas.setAttribute('aria-label', `Trang ${number}`);
        sheet.current.replaceChildren(canvas);
        setDrawn(true);
        sheet.current.parentElement?.scrollTo(0, 0);
      })
      .catch((error: unknown) => {
        if (!overtaken) onError(error);
      });
    return () => {
      overtaken = true;
    };
  }, [pages, number, wide, room, onError]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section ref={ref} className="print-preview" aria-label="Trang in" tabIndex={0}>
      {pages && !drawn && <p className="quiet">Đang vẽ trang…</p>}
      <div ref={sheet} className="print-preview-sheet" />
    </section>
  );
}
