import './help.css';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { useKeptText } from '../../app/kept.ts';
import { FilterBox } from '../../components/FilterBox.tsx';
import { HelpArticle } from './HelpArticle.tsx';
import { findPages, useHelpPages } from './help-pages.ts';

/** The help: its pages on the left, found by words without diacritics, and the one that is read. */
export function HelpScreen({ asked }: { asked: string | undefined }) {
  const pages = useHelpPages();
  const [typed, setTyped] = useKeptText('help:filter');
  const found = findPages(pages, typed);
  const open = asked ?? found[0]?.id;
  const parts = [...new Set(found.map(({ part }) => part))];
  const body = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is read from its beginning
  useEffect(() => {
    if (body.current) body.current.scrollTop = 0;
  }, [open]);
  return (
    <div className="help">
      <nav className="help-pages" aria-label="Các trang trợ giúp">
        <FilterBox placeholder="Tìm trong trợ giúp…" value={typed} onChange={setTyped} />
        {parts.map((part) => (
          <section key={part}>
            <h3 aria-level={2}>{part}</h3>
            <ul className="plain-list">
              {found
                .filter((page) => page.part === part)
                .map(({ id, title }) => (
                  <li key={id}>
                    <Link href={`/help/${id}`} aria-current={id === open ? 'page' : undefined}>
                      {title}
                    </Link>
                  </li>
                ))}
            </ul>
          </section>
        ))}
        {pages.length > 0 && found.length === 0 && (
          <p className="quiet" role="status">
            Không có trang nào. Thử ít chữ hơn, không cần dấu.
          </p>
        )}
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long page is scrolled by keys */}
      <section ref={body} className="help-body" aria-label="Trang trợ giúp" tabIndex={0}>
        {open !== undefined && <HelpArticle id={open} />}
      </section>
    </div>
  );
}
