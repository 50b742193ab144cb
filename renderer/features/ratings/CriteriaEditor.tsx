import { Button } from '@mantine/core';
import type { SheetPage } from '../../../electron/contract/ratings.ts';
import type { SheetDefinition, SheetProblem } from '../../../electron/contract/scoring-sheet.ts';
import { formatNumber } from '../../components/format.ts';
import { Icon } from '../../components/icons.tsx';
import { CriterionForm } from './CriterionForm.tsx';
import {
  type LinePath,
  lineAt,
  pathsOf,
  withLine,
  withLineAfter,
  withLineMoved,
  withoutLine,
  withPart,
} from './sheet-tree.ts';

type Props = {
  facts: SheetPage['facts'];
  definition: SheetDefinition;
  problems: readonly SheetProblem[];
  path: LinePath | null;
  setPath: (path: LinePath | null) => void;
  setCriteria: (criteria: SheetDefinition['criteria']) => void;
};

/** The lines of a sheet on the left, the one that is chosen on the right. */
export function CriteriaEditor({ facts, definition, problems, path, setPath, setCriteria }: Props) {
  const { criteria, mode } = definition;
  const line = path === null ? null : lineAt(criteria, path);
  const take = (next: { criteria: SheetDefinition['criteria']; path: LinePath }) => {
    setCriteria(next.criteria);
    setPath(next.path);
  };
  const wrong = new Map(problems.map(({ criterion, severity }) => [criterion, severity]));
  return (
    <div className="scoring-columns">
      <div className="scoring-lines">
        <div className="form-acts">
          <Button size="compact-sm" variant="default" onClick={() => take(withLineAfter(criteria, path))}>
            Thêm tiêu chí
          </Button>
          {path !== null && line && (
            <>
              <Button size="compact-sm" variant="default" onClick={() => take(withPart(criteria, path))}>
                Thêm mục con
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => take(withLineMoved(criteria, path, -1))}>
                Lên
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => take(withLineMoved(criteria, path, 1))}>
                Xuống
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  setCriteria(withoutLine(criteria, path));
                  setPath(null);
                }}
              >
                Xóa
              </Button>
            </>
          )}
        </div>
        <nav className="steps line-list" aria-label="Tiêu chí của mẫu">
          {pathsOf(criteria).map(({ path: own, line: each }) => (
            <button
              key={own.join('.')}
              type="button"
              aria-current={own.join('.') === path?.join('.') ? 'step' : undefined}
              data-depth={own.length}
              onClick={() => setPath(own)}
            >
              <span className="line-number">{each.number}</span>
              <span>{each.label || 'Tiêu chí mới'}</span>
              {wrong.has(each.number) && (
                <span className={wrong.get(each.number) === 'error' ? 'problem' : 'caution'}>
                  <Icon name={wrong.get(each.number) === 'error' ? 'error' : 'warning'} />
                </span>
              )}
              {mode === 'points' && <span className="number">{formatNumber(each.max_points)}</span>}
            </button>
          ))}
        </nav>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="form scoring-line" tabIndex={0} aria-label="Tiêu chí đang sửa">
        {line && path !== null ? (
          <CriterionForm
            key={path.join('.')}
            facts={facts}
            isChecklist={mode === 'checklist'}
            line={line}
            onChange={(changed) => setCriteria(withLine(criteria, path, changed))}
          />
        ) : (
          <p className="quiet">Chọn một tiêu chí bên trái để sửa, hoặc thêm tiêu chí mới.</p>
        )}
      </section>
    </div>
  );
}
