import './document-preview.css';
import { useEffect, useRef, useState } from 'react';

type Props = {
  html: string;
  css: string;
  label: string;
  /** The beginning of a heading: it is brought into view when it changes. Empty is the top. */
  part?: string | undefined;
};

/** A4 at 96 dpi; the paper is drawn at its own width and shrunk to fit. */
const paperWidth = 794;
/** What stays visible above the part that is shown, pixels. */
const partMargin = 48;

/**
 * A document as it will print, in a shadow root of its own: its rules cannot touch the window nor the window's the
 * document. A constructed style sheet, because the page's policy allows no inline styles.
 */
export function DocumentPreview({ html, css, label, part }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(0.5);

  useEffect(() => {
    const host = paper.current;
    if (!host) return;
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    const body = document.createElement('div');
    body.innerHTML = html;
    root.replaceChildren(body);
  }, [html, css]);

  useEffect(() => {
    const box = frame.current;
    const blocks = paper.current?.shadowRoot?.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4');
    if (box && part === '') box.scrollTop = 0;
    const heading = part && [...(blocks ?? [])].find((block) => block.textContent.trim().startsWith(part));
    if (!box || !heading) return;
    const distance = heading.getBoundingClientRect().top - box.getBoundingClientRect().top;
    box.scrollTop += distance - partMargin;
  }, [part]);

  useEffect(() => {
    const box = frame.current;
    if (!box) return;
    const observer = new ResizeObserver(() => setZoom(Math.min(1.2, (box.clientWidth - 16) / paperWidth)));
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section ref={frame} className="preview" aria-label={label} tabIndex={0}>
      <div ref={paper} className="preview-paper" style={{ width: paperWidth, zoom }} />
    </section>
  );
}
