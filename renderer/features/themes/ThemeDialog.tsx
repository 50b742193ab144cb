import { Checkbox, MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ThemeRecord } from '../../../electron/contract/themes.ts';
import { api, useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { quarterNames } from './plan-sheet.ts';

/** One theme of the catalogue, new or changed. */
export function ThemeDialog({
  theme,
  year,
  onClose,
}: {
  theme: ThemeRecord | null;
  year: number;
  onClose: () => void;
}) {
  const offerUndo = useOfferUndo();
  const [title, setTitle] = useState(theme?.title ?? '');
  const [isRequired, setRequired] = useState(theme !== null && theme.required_by !== null);
  const [requiredBy, setRequiredBy] = useState(theme?.required_by ?? '');
  const [requiredYear, setYear] = useState(String(theme?.required_year ?? year));
  const [quarter, setQuarter] = useState(String(theme?.required_quarter ?? 1));
  const [types, setTypes] = useState<string[]>(theme?.cell_types ?? []);
  const choices = useCellTypes();
  const save = useChange(() =>
    client.themes.saveTheme({
      ...(theme && { id: theme.id }),
      title,
      required_by: isRequired ? requiredBy.trim() : null,
      required_year: isRequired ? Number(requiredYear) : null,
      required_quarter: isRequired ? Number(quarter) : null,
      cell_types: types,
      valid_from: theme?.valid_from ?? null,
      valid_to: theme?.valid_to ?? null,
    }),
  );
  const remove = useChange((id: string) => client.themes.removeTheme({ id }));
  return (
    <Dialog
      title={theme ? 'Sửa chuyên đề' : 'Thêm chuyên đề'}
      opened
      onClose={onClose}
      action="Ghi vào danh mục"
      disabled={title.trim() === '' || (isRequired && requiredBy.trim() === '')}
      busy={save.isPending || remove.isPending}
      error={save.error ?? remove.error}
      onAction={() => save.mutate(undefined, { onSuccess: onClose })}
      {...(theme && {
        other: {
          label: 'Xóa khỏi danh mục',
          onAct: () =>
            remove.mutate(theme.id, {
              onSuccess: () => {
                onClose();
                void offerUndo(`Đã xóa chuyên đề “${theme.title}”`);
              },
            }),
        },
      })}
    >
      <TextInput
        label="Tên chuyên đề"
        required
        data-autofocus
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <MultiSelect
        label="Loại chi bộ (để trống: mọi chi bộ)"
        data={choices}
        value={types}
        onChange={setTypes}
        searchable
        comboboxProps={{ transitionProps: { duration: 0 } }}
      />
      <Checkbox
        size="xs"
        label="Bắt buộc theo văn bản"
        checked={isRequired}
        onChange={(event) => setRequired(event.currentTarget.checked)}
      />
      {isRequired && (
        <>
          <TextInput
            label="Văn bản quy định"
            required
            placeholder="Kế hoạch 12-KH/TU"
            value={requiredBy}
            onChange={(event) => setRequiredBy(event.currentTarget.value)}
          />
          <div className="form-row">
            <NativeSelect
              label="Năm"
              data={[year - 1, year, year + 1].map(String)}
              value={requiredYear}
              onChange={(event) => setYear(event.currentTarget.value)}
            />
            <NativeSelect
              label="Quý"
              data={quarterNames.map((name, index) => ({ value: String(index + 1), label: `Quý ${name}` }))}
              value={quarter}
              onChange={(event) => setQuarter(event.currentTarget.value)}
            />
          </div>
        </>
      )}
    </Dialog>
  );
}

/** The types of the office's own cells. */
function useCellTypes(): { value: string; label: string }[] {
  const { asOf } = usePeriod();
  const list = useQuery(api.organisations.list.queryOptions({ input: { as_of: asOf, all: false } }));
  return useMemo(() => {
    const labels = new Map(
      (list.data ?? []).flatMap(({ cell_type, cell_type_label }) =>
        cell_type === null ? [] : [[cell_type, cell_type_label ?? cell_type]],
      ),
    );
    return [...labels].map(([value, label]) => ({ value, label }));
  }, [list.data]);
}
