import './document-preview.css';
import { useEffect, useRef, useState } from 'react';

type Props = {
  html: string;
  css: string;
  label: string;
  /** The beginning of a heading: it is brought into view when it changes. Empty is the top. */
  part?: string | undefined;
  /** A click on a paragraph that may be edited or, in it, on a figure: their keys. */
  onPick?: (key: string, what: 'paragraph' | 'figure') => void;
  /** The paragraph that is worked on: marked, and brought into view. */
  current?: string | null;
  /** Of 1 for the size on paper; null: as wide as there is room. */
  scale?: number | null;
};

/** What can be picked shows it; only on the screen, never in what is printed. */
const pickable = new CSSStyleSheet();
pickable.replaceSync(`
  [data-link] { cursor: pointer; }
  p[data-link]:hover, p[data-current] { background: #fbf1d3; }
  p[data-current] { outline: 1.5pt solid #8f1d1d; outline-offset: 1pt; }
  span[data-link] { text-decoration: underline dotted #777; text-underline-offset: 3pt; }
  span[data-link]:hover { background: #f3dcdc; text-decoration-style: solid; }
`);

/** A4 at 96 dpi; the paper is drawn at its own width and shrunk to fit. */
const paperWidth = 794;
/** What stays visible above the part that is shown, pixels. */
const partMargin = 48;

/**
 * A document as it will print, in a shadow root of its own: its rules cannot touch the window nor the window's the
 * document. A constructed style sheet, because the page's policy allows no inline styles.
 */
export function DocumentPreview({ html, css, label, part, onPick, current = null, scale = null }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const [fitting, setFitting] = useState(0.5);
  const picking = onPick !== undefined;
  const latestPick = useRef(onPick);
  useEffect(() => {
    latestPick.current = onPick;
  });

  useEffect(() => {
    const host = paper.current;
    if (!host) return;
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = picking ? [sheet, pickable] : [sheet];
    const body = document.createElement('div');
    body.innerHTML = html;
    body.addEventListener('click', ({ target }) => {
      const picked = target instanceof Element ? target.closest<HTMLElement>('[data-link]') : null;
      const key = picked?.dataset.link;
      if (key !== undefined) latestPick.current?.(key, picked?.tagName === 'P' ? 'paragraph' : 'figure');
    });
    root.replaceChildren(body);
  }, [html, css, picking]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other html has other elements
  useEffect(() => {
    for (const paragraph of paper.current?.shadowRoot?.querySelectorAll<HTMLElement>('p[data-link]') ?? []) {
      const isCurrent = paragraph.dataset.link === current;
      paragraph.toggleAttribute('data-current', isCurrent);
      if (isCurrent) paragraph.scrollIntoView({ block: 'nearest' });
    }
  }, [current, html, css]);

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
    const observer = new ResizeObserver(() => setFitting(Math.min(1.2, (box.clientWidth - 16) / paperWidth)));
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section ref={frame} className="preview" aria-label={label} tabIndex={0}>
      <div ref={paper} className="preview-paper" style={{ width: paperWidth, zoom: scale ?? fitting }} />
    </section>
  );
}
