import { Autocomplete, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { PlanRow, ThemeRecord } from '../../../electron/contract/themes.ts';
import { useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { fold } from '../../components/fold.ts';
import { formatInt } from '../../components/format.ts';
import { quarterNames } from './plan-sheet.ts';

type Props = {
  year: number;
  quarter: number;
  /** The cells shown in the sheet: those it is given to. */
  rows: readonly PlanRow[];
  themes: readonly ThemeRecord[];
  onClose: () => void;
};

/** One theme for all cells shown, or those of the types it is for; cells that have it stay as they are. */
export function CopyThemeDialog({ year, quarter: first, rows, themes, onClose }: Props) {
  const offerUndo = useOfferUndo();
  const [title, setTitle] = useState('');
  const [quarter, setQuarter] = useState(first);
  const theme = themes.find((each) => fold(each.title) === fold(title));
  const types = theme?.cell_types ?? [];
  const cells = rows.filter(({ cell_type }) => types.length === 0 || (cell_type !== null && types.includes(cell_type)));
  const change = useChange(() =>
    client.themes.copy({
      year,
      quarter,
      theme_id: theme?.id ?? null,
      title: title.trim(),
      cell_ids: cells.map(({ cell_id }) => cell_id),
    }),
  );
  return (
    <Dialog
      title="Giao chuyên đề cho nhiều chi bộ"
      opened
      onClose={onClose}
      action={`Giao cho ${formatInt(cells.length)} chi bộ`}
      disabled={title.trim() === '' || cells.length === 0}
      busy={change.isPending}
      error={change.error}
      onAction={() =>
        change.mutate(undefined, {
          onSuccess: ({ added }) => {
            onClose();
            void offerUndo(
              `Đã giao “${title.trim()}” cho ${formatInt(added)} chi bộ, quý ${quarterNames[quarter - 1]}`,
            );
          },
        })
      }
    >
      <Autocomplete
        label="Chuyên đề (trong danh mục hoặc gõ mới)"
        required
        data-autofocus
        value={title}
        data={[...new Set(themes.map((each) => each.title))]}
        comboboxProps={{ transitionProps: { duration: 0 } }}
        onChange={setTitle}
      />
      <NativeSelect
        label="Quý"
        data={quarterNames.map((name, index) => ({ value: String(index + 1), label: `Quý ${name}/${year}` }))}
        value={String(quarter)}
        onChange={(event) => setQuarter(Number(event.currentTarget.value))}
      />
      <p className="quiet small">
        {theme && theme.cell_type_labels.length > 0
          ? `Chuyên đề này dành cho: ${theme.cell_type_labels.join('; ')}. `
          : 'Giao cho mọi chi bộ đang hiện trong bảng. '}
        Chi bộ đã có chuyên đề này trong quý thì giữ nguyên.
      </p>
    </Dialog>
  );
}
