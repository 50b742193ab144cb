import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { api, useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { useKeptChoice } from '../../app/kept.ts';
import { useKeys } from '../../app/keys.ts';
import { client } from '../../app/link.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DocumentPreview } from '../../components/DocumentPreview.tsx';
import { useAskBeforeClosing } from '../../components/use-ask-before-closing.ts';
import { ExplanationDrawer } from '../reports/ExplanationDrawer.tsx';
import { DocumentHead } from './DocumentHead.tsx';
import { DocumentPane } from './DocumentPane.tsx';
import type { DocumentPage, DocumentQuestion } from './document-page.ts';
import { wordsShown } from './document-page.ts';

type Props = { question: DocumentQuestion; page: DocumentPage; back: { path: string; label: string } };
type Editing = { key: string; text: string };

const scales = { fit: null, '0.75': 0.75, '1': 1, '1.25': 1.25, '1.5': 1.5 } as const;
const scaleKeys = ['fit', '0.75', '1', '1.25', '1.5'] as const;
const scaleWords = { fit: 'Vừa khung', '0.75': '75 %', '1': '100 %', '1.25': '125 %', '1.5': '150 %' } as const;

/** The paper on the left; on the right its paragraphs to write anew, its figures, and what to see to. */
export function DocumentEditor({ question, page, back }: Props) {
  const [, navigate] = useLocation();
  const { period } = usePeriod();
  const offerUndo = useOfferUndo();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [figure, setFigure] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<'paragraph' | 'page' | null>(null);
  const [chosenScale, setScale] = useKeptChoice('document:scale', scaleKeys, 'fit');
  const scale = chosenScale ?? 'fit';
  const edited = page.paragraphs.find(({ key }) => key === editing?.key);
  const dirty = editing !== null && edited !== undefined && editing.text !== wordsShown(edited);
  useAskBeforeClosing(dirty);
  const change = useChange(({ key, text }: { key: string; text: string | null }) =>
    client.documents.saveText({ ...question, paragraph: key, text }),
  );
  /** Writes words into the office file; a refusal is shown above the paragraphs. */
  const save = async (key: string, text: string | null, said: string): Promise<boolean> => {
    try {
      await change.mutateAsync({ key, text });
      void offerUndo(said);
      return true;
    } catch {
      return false;
    }
  };
  const saveTyped = async () => !editing || !dirty || save(editing.key, editing.text, 'Đã sửa lời một đoạn');
  const edit = async (key: string) => {
    const paragraph = page.paragraphs.find((one) => one.key === key);
    if (!paragraph || editing?.key === key || !(await saveTyped())) return;
    setEditing({ key, text: wordsShown(paragraph) });
  };
  const close = (what: 'paragraph' | 'page') => {
    setLeaving(null);
    if (what === 'page') navigate(back.path);
    else setEditing(null);
  };
  const leave = (what: 'paragraph' | 'page') => (dirty ? setLeaving(what) : close(what));
  useKeys({
    'ctrl+s': () => void saveTyped().then((saved) => saved && setEditing(null)),
    ...(figure === null ? { escape: () => leave(editing ? 'paragraph' : 'page') } : {}),
  });
  return (
    <div className="document">
      <DocumentHead question={question} page={page} back={back} onBeforeOutput={saveTyped} onBack={() => leave('page')}>
        <NativeSelect
          className="document-scale"
          aria-label="Cỡ xem"
          data={scaleKeys.map((value) => ({ value, label: scaleWords[value] }))}
          value={scale}
          onChange={(event) => setScale(scaleKeys.find((key) => key === event.currentTarget.value) ?? null)}
        />
      </DocumentHead>
      <div className="document-columns">
        <DocumentPreview
          html={page.html}
          css={page.css}
          label={`${page.title}, như khi in`}
          current={editing?.key ?? null}
          scale={scales[scale]}
          onPick={(key, what) => (what === 'figure' ? setFigure(key) : void edit(key))}
        />
        <DocumentPane
          page={page}
          editing={editing}
          busy={change.isPending}
          error={change.error}
          onEdit={(key) => void edit(key)}
          onType={(text) => setEditing((now) => now && { ...now, text })}
          onSave={(key, text, said) => void save(key, text, said).then((saved) => saved && setEditing(null))}
          onClose={() => leave('paragraph')}
          onFigure={setFigure}
        />
      </div>
      {figure !== null && (
        <WrittenFigureDrawer
          question={question}
          figure={figure}
          period={question.about.period ?? period}
          onClose={() => setFigure(null)}
        />
      )}
      <Dialog
        title="Đoạn văn chưa lưu"
        opened={leaving !== null}
        onClose={() => setLeaving(null)}
        action="Lưu và đóng"
        cancel="Ở lại"
        busy={change.isPending}
        error={change.error}
        onAction={() => void saveTyped().then((saved) => saved && leaving && close(leaving))}
        other={{ label: 'Không lưu', onAct: () => leaving && close(leaving) }}
      >
        <p>Lời vừa gõ của đoạn này chưa ghi vào sổ.</p>
      </Dialog>
    </div>
  );
}

type FigureProps = { question: DocumentQuestion; figure: string; period: string; onClose: () => void };

function WrittenFigureDrawer({ question, figure, period, onClose }: FigureProps) {
  const explained = useQuery(api.documents.explain.queryOptions({ input: { ...question, figure } }));
  return (
    <ExplanationDrawer
      explained={explained}
      period={period}
      keep={`explain:${question.code}:${figure}`}
      onClose={onClose}
    />
  );
}
