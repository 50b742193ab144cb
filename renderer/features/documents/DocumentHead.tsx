import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { PrintPage } from '../../../electron/contract/shell.ts';
import { useHandOver } from '../../app/frame/Notices.tsx';
import { useKeys } from '../../app/keys.ts';
import { client } from '../../app/link.ts';
import { putOnPaper } from '../../app/paper.ts';
import { shell } from '../../app/shell.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorState } from '../../components/states.tsx';
import { usePrinting } from '../printing/use-printing.tsx';
import { IssueButton } from '../register/IssueButton.tsx';
import type { DocumentPage, DocumentQuestion } from './document-page.ts';

type Props = {
  question: DocumentQuestion;
  page: DocumentPage;
  back: { label: string };
  /** What is typed goes into the office file first; false where that was refused. */
  onBeforeOutput: () => Promise<boolean>;
  onBack: () => void;
  children: ReactNode;
};

/** What the document is, and its ways out: Word, PDF, the printer, the register of what is issued. */
export function DocumentHead({ question, page, back, onBeforeOutput, onBack, children }: Props) {
  const handOver = useHandOver();
  const printing = usePrinting();
  const [error, setError] = useState<unknown>(null);
  const toWord = async () => {
    if (await onBeforeOutput()) await handOver(() => client.documents.file({ ...question, format: 'docx' }));
  };
  /** Asked for again, because what was typed may just have been saved. */
  const toPaper = async (put: (page: PrintPage) => Promise<unknown>) => {
    try {
      if (!(await onBeforeOutput())) return;
      const { html, css, title } = await client.documents.preview(question);
      await put({ html, css, title });
    } catch (failure) {
      setError(failure);
    }
  };
  useKeys({ 'ctrl+p': () => void toPaper(printing.print), 'ctrl+e': () => void toWord() });
  const { savePdf } = shell;
  return (
    <header className="document-head">
      <button type="button" className="door document-back" title="Esc" onClick={onBack}>
        {back.label}
      </button>
      <h2 title={page.title}>{page.title}</h2>
      {children}
      <Button variant="default" title="Ctrl+E" onClick={() => void toWord()}>
        Word
      </Button>
      <Button
        variant="default"
        title={savePdf ? undefined : 'Trong hộp in của trình duyệt, chọn máy in “Lưu dưới dạng PDF”'}
        onClick={() => void toPaper(savePdf ? (paper) => putOnPaper(paper, savePdf) : printing.print)}
      >
        PDF
      </Button>
      <Button variant="default" title="Ctrl+P" onClick={() => void toPaper(printing.print)}>
        In
      </Button>
      {printing.preview}
      <IssueButton question={question} onBeforeIssue={onBeforeOutput} />
      <Dialog
        title="Không in được"
        opened={error !== null}
        onClose={() => setError(null)}
        action="Đóng"
        onAction={() => setError(null)}
      >
        <ErrorState error={error} />
      </Dialog>
    </header>
  );
}
