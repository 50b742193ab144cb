import { Button, Checkbox, Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { FolderQuestion } from '../../../electron/contract/folders.ts';
import { api } from '../../app/data.ts';
import { useKeptText } from '../../app/kept.ts';
import { periodInText } from '../../app/period.ts';
import { formatInt } from '../../components/format.ts';
import { OrganisationPicker } from '../../components/OrganisationPicker.tsx';
import { EmptyState, ErrorState, Waiting } from '../../components/states.tsx';

type Props = {
  period: string;
  label: string;
  error: unknown;
  onMake: (question: FolderQuestion & { codes: string[] }) => void;
};

/** Of whom, in what folders, and which kinds; each with how many files it makes. */
export function ChooseContents({ period, label, error, onMake }: Props) {
  const [, navigate] = useLocation();
  const [unit, setUnit] = useKeptText('period-folder:unit');
  const [per, setPer] = useState<FolderQuestion['per']>('office');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const question = { period, per, ...(unit ? { unit } : {}) };
  const contents = useQuery(api.folders.contents.queryOptions({ input: question }));
  const kinds = contents.data ?? [];
  const chosen = kinds.filter(({ code }) => !left.has(code));
  const files = chosen.reduce((sum, kind) => sum + kind.files, 0);
  const turn = (code: string, on: boolean) => {
    const next = new Set(left);
    if (on) next.delete(code);
    else next.add(code);
    setLeft(next);
  };
  return (
    <section className="period-folder-body">
      <h2>Hồ sơ {periodInText(label)}</h2>
      <p className="quiet">
        Lập cùng lúc mọi văn bản và biểu của kỳ, mỗi văn bản một tệp, lưu thành thư mục hoặc một tệp .zip để gửi.
      </p>
      <div className="period-folder-scope">
        <OrganisationPicker value={unit || null} onChange={(id) => setUnit(id ?? '')} none="Mọi tổ chức" width={320} />
        <Radio.Group
          aria-label="Cách chia thư mục"
          value={per}
          onChange={(value) => setPer(value === 'grassroots' ? 'grassroots' : 'office')}
        >
          <div className="period-folder-ways">
            <Radio value="office" label="Một hồ sơ chung" />
            <Radio value="grassroots" label="Mỗi đảng bộ, chi bộ cơ sở một thư mục" />
          </div>
        </Radio.Group>
      </div>
      {error != null && <ErrorState error={error} />}
      {contents.isError && <ErrorState error={contents.error} />}
      {contents.isPending && <Waiting />}
      {contents.data && kinds.length === 0 && <EmptyState title={`${label} chưa có văn bản nào phải lập`} />}
      {kinds.length > 0 && (
        <ul className="plain-list period-folder-kinds">
          {kinds.map(({ code, title, files: count, format }) => (
            <li key={code}>
              <Checkbox
                label={title}
                checked={!left.has(code)}
                onChange={(event) => turn(code, event.currentTarget.checked)}
              />
              <span className="numbers">
                {formatInt(count)} tệp {format === 'docx' ? 'Word' : 'Excel'}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className="period-folder-buttons">
        <Button
          data-autofocus
          disabled={files === 0}
          onClick={() => onMake({ ...question, codes: chosen.map(({ code }) => code) })}
        >
          Lập hồ sơ ({formatInt(files)} tệp)
        </Button>
        <Button variant="default" onClick={() => navigate('/documents')} title="Esc">
          Trở lại
        </Button>
      </div>
    </section>
  );
}
