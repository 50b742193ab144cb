import { Button } from '@mantine/core';
import { formatNumber } from '../../components/format.ts';
import { PanePart } from '../../components/Pane.tsx';
import { ErrorState, FigureButton, Note } from '../../components/states.tsx';
import { BothVersions } from './BothVersions.tsx';
import type { DocumentPage } from './document-page.ts';
import { wordsShown } from './document-page.ts';
import { ParagraphEditor } from './ParagraphEditor.tsx';

type Props = {
  page: DocumentPage;
  editing: { key: string; text: string } | null;
  busy: boolean;
  error: unknown;
  onEdit: (key: string) => void;
  onType: (text: string) => void;
  /** `said`: what the notice that offers to take it back says. */
  onSave: (key: string, text: string | null, said: string) => void;
  onClose: () => void;
  onFigure: (key: string) => void;
};

/** Beside the paper: what to see to, the paragraphs with the clerk's words, the figures in them. */
export function DocumentPane({ page, editing, busy, error, onEdit, onType, onSave, onClose, onFigure }: Props) {
  const { paragraphs, gone, figures, warnings } = page;
  const overtaken = paragraphs.filter(({ generated_then }) => generated_then !== null);
  return (
    <aside className="document-pane" aria-label="Lời văn và con số">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="pane-body" tabIndex={0} aria-label="Sửa lời văn bản">
        {error != null && <ErrorState error={error} />}
        {warnings.length > 0 && (
          <Note tone="caution">
            <ul className="plain-list">
              {warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          </Note>
        )}
        {overtaken.length > 0 && (
          <PanePart level={2} title="Đã sửa lời, số liệu nay đã khác">
            <ul className="plain-list">
              {overtaken.map((paragraph) => (
                <li key={paragraph.key}>
                  <BothVersions
                    paragraph={paragraph}
                    busy={busy}
                    onSave={(text, said) => onSave(paragraph.key, text, said)}
                  />
                </li>
              ))}
            </ul>
          </PanePart>
        )}
        <PanePart level={2} title="Đoạn văn">
          {paragraphs.length === 0 && <p className="quiet">Văn bản này không có đoạn nào sửa lời được.</p>}
          <ul className="plain-list">
            {paragraphs.map((paragraph) => {
              const { key, edited, generated_then } = paragraph;
              if (editing?.key === key) {
                return (
                  <li key={key}>
                    <ParagraphEditor
                      paragraph={paragraph}
                      text={editing.text}
                      busy={busy}
                      onType={onType}
                      onSave={(text, said) => onSave(key, text, said)}
                      onClose={onClose}
                    />
                  </li>
                );
              }
              return (
                <li key={key}>
                  <button type="button" className="paragraph-door" onClick={() => onEdit(key)}>
                    <span>
                      {edited !== null && (
                        <span className={generated_then === null ? 'fine' : 'caution'}>
                          {edited === '' ? 'Đã bỏ: ' : 'Đã sửa: '}
                        </span>
                      )}
                      {wordsShown(paragraph) || paragraph.generated}
                    </span>
                  </button>
                </li>
              );
            })}
          </ul>
        </PanePart>
        {gone.length > 0 && (
          <PanePart level={2} title="Không còn trong văn bản">
            <p className="quiet small">Lời đã sửa cho những đoạn mà văn bản nay không còn; giữ ở đây, không in.</p>
            <ul className="plain-list">
              {gone.map(({ key, edited, generated }) => (
                <li key={key} className="gone-paragraph">
                  <p>{edited || generated}</p>
                  <Button
                    size="compact-xs"
                    variant="default"
                    disabled={busy}
                    onClick={() => onSave(key, null, 'Đã bỏ lời của một đoạn không còn')}
                  >
                    Bỏ lời này
                  </Button>
                </li>
              ))}
            </ul>
          </PanePart>
        )}
        {figures.length > 0 && (
          <PanePart level={2} title="Con số trong văn bản">
            <ul className="plain-list figure-list">
              {figures.map(({ key, label, value }) => (
                <li key={key}>
                  <span>{label}</span>
                  <FigureButton
                    value={formatNumber(value)}
                    label={`Các dòng của: ${label}`}
                    onOpen={() => onFigure(key)}
                  />
                </li>
              ))}
            </ul>
          </PanePart>
        )}
      </section>
    </aside>
  );
}
