import './ratings.css';
import { Button, SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { SheetPage } from '../../../electron/contract/ratings.ts';
import type { SheetDefinition } from '../../../electron/contract/scoring-sheet.ts';
import { api, useChange } from '../../app/data.ts';
import { useKeys } from '../../app/keys.ts';
import { client } from '../../app/link.ts';
import { DateField } from '../../components/DateField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorState, Note, Waiting } from '../../components/states.tsx';
import { CriteriaEditor } from './CriteriaEditor.tsx';
import { ProblemList } from './ProblemList.tsx';
import { SheetSettings } from './SheetSettings.tsx';
import { type LinePath, pathsOf } from './sheet-tree.ts';

/** One scoring sheet, full page. */
export function SheetScreen({ id }: { id: string }) {
  const page = useQuery(api.ratings.sheet.queryOptions({ input: { id } }));
  if (page.isError) {
    return (
      <div className="state">
        <ErrorState error={page.error} />
        <Link href="/scoring">Danh sách mẫu chấm điểm</Link>
      </div>
    );
  }
  return page.data ? <SheetEditor page={page.data} /> : <Waiting />;
}

/** What is typed and not saved; null while the sheet is as it was read. */
type Draft = { name: string; scope: string | null; definition: SheetDefinition };

/** Edits a sheet with its checks beside; one that was used is saved as its next version. */
function SheetEditor({ page }: { page: SheetPage }) {
  const { sheet } = page;
  const [, navigate] = useLocation();
  const saved: Draft = { name: sheet.name, scope: sheet.scope_organisation_id, definition: page.definition };
  const [draft, setDraft] = useState<Draft>(saved);
  const [view, setView] = useState<'criteria' | 'settings'>('criteria');
  const [path, setPath] = useState<LinePath | null>(null);
  const [asking, setAsking] = useState<'version' | 'leave' | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const { name, scope, definition } = draft;
  const dirty = JSON.stringify(draft) !== JSON.stringify(saved);
  const locked = sheet.ratings > 0;
  const checked = useQuery(
    api.ratings.check.queryOptions({
      input: { definition: useDeferredValue(definition) },
      placeholderData: keepPreviousData,
    }),
  );
  const problems = checked.data ?? page.problems;
  const change = useChange((day: string | null) =>
    client.ratings.saveSheet({ id: sheet.id, name, scope_organisation_id: scope, definition, from: day }),
  );
  const write = (day: string | null) =>
    change.mutate(day, {
      onSuccess: (written) => {
        setAsking(null);
        if (written.id !== sheet.id) navigate(`/scoring/sheet/${written.id}`);
      },
    });
  const save = () => {
    if (!dirty) return;
    if (locked) setAsking('version');
    else write(null);
  };
  const leave = () => (dirty ? setAsking('leave') : navigate('/scoring'));
  useKeys({ 'ctrl+s': save, escape: leave });
  const set = (said: Partial<SheetDefinition>) => setDraft({ ...draft, definition: { ...definition, ...said } });
  return (
    <div className="meeting">
      <header className="meeting-head">
        <Link href="/scoring" className="report-back">
          Mẫu chấm điểm
        </Link>
        <h2 title={name}>
          {name}
          <span className="quiet"> · phiên bản {sheet.version}</span>
        </h2>
        <SegmentedControl
          aria-label="Phần đang sửa"
          value={view}
          onChange={(value) => setView(value === 'settings' ? 'settings' : 'criteria')}
          data={[
            { value: 'criteria', label: 'Tiêu chí' },
            { value: 'settings', label: 'Thông tin chung' },
          ]}
        />
        <span className={`small ${dirty ? 'caution' : 'quiet'}`} role="status">
          {dirty ? 'Chưa lưu' : 'Đã lưu'}
        </span>
        <Button onClick={save} disabled={!dirty} loading={change.isPending}>
          {locked ? 'Lưu phiên bản mới' : 'Lưu'}
        </Button>
      </header>
      <div className="scoring-body">
        <div className="scoring-main">
          {locked && (
            <Note tone="caution">
              Mẫu đã dùng chấm {sheet.ratings} phiếu nên bị khóa; sửa rồi lưu sẽ thành phiên bản {sheet.version + 1},
              phiếu cũ giữ nguyên.
            </Note>
          )}
          {change.error && asking === null && <ErrorState error={change.error} />}
          {view === 'criteria' ? (
            <CriteriaEditor
              facts={page.facts}
              definition={definition}
              problems={problems}
              path={path}
              setPath={setPath}
              setCriteria={(criteria) => set({ criteria })}
            />
          ) : (
            <SheetSettings
              page={page}
              name={name}
              scope={scope}
              definition={definition}
              setName={(typed) => setDraft({ ...draft, name: typed })}
              setScope={(id) => setDraft({ ...draft, scope: id })}
              set={set}
            />
          )}
        </div>
        <ProblemList
          problems={problems}
          onChoose={(number) => {
            setView('criteria');
            setPath(pathsOf(definition.criteria).find(({ line }) => line.number === number)?.path ?? null);
          }}
        />
      </div>
      <Dialog
        title={`Phiên bản ${sheet.version + 1} của mẫu`}
        opened={asking === 'version'}
        onClose={() => setAsking(null)}
        action="Lưu phiên bản mới"
        busy={change.isPending}
        disabled={from === null}
        error={change.error}
        onAction={() => write(from)}
      >
        <p>Phiên bản này chấm các buổi từ ngày chọn; phiên bản trước hết áp dụng vào ngày trước đó.</p>
        <DateField label="Áp dụng từ ngày" required value={from} onChange={setFrom} />
      </Dialog>
      <Dialog
        title="Mẫu chấm điểm chưa lưu"
        opened={asking === 'leave'}
        onClose={() => setAsking(null)}
        action="Bỏ thay đổi"
        onAction={() => navigate('/scoring')}
        cancel="Ở lại"
        destructive
      >
        <p>Có thay đổi chưa lưu của mẫu này.</p>
      </Dialog>
    </div>
  );
}
