import './organisations.css';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { api, useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { useKeys } from '../../app/keys.ts';
import { client } from '../../app/link.ts';
import { dayBefore } from '../../components/date-input.ts';
import { formatInt } from '../../components/format.ts';
import { PageForm } from '../../components/PageForm.tsx';
import { ErrorState, Note, Waiting } from '../../components/states.tsx';
import { officePresets } from '../office/presets.ts';
import { type Fate, fateFrom, fateWords, unitsFrom } from './conversion.ts';
import { isCell } from './is-cell.ts';
import { blankHow, ReorganiseFields } from './ReorganiseFields.tsx';

/** The change of 1 July 2025 in one step: the new organisation, and what becomes of each old unit. */
export function ConvertScreen() {
  const [, navigate] = useLocation();
  const offerUndo = useOfferUndo();
  const settings = useQuery(api.settings.get.queryOptions());
  const [level, setLevel] = useState<'province' | 'district' | 'commune'>('commune');
  const [office, setOffice] = useState({ name: '', superior: '', place: '' });
  const [fates, setFates] = useState<Readonly<Record<string, Fate>>>({});
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [how, setHow] = useState(() => blankHow('2025-07-01'));
  // The units of the eve: those that are to be closed on it.
  const list = useQuery(
    api.organisations.list.queryOptions({
      input: { as_of: dayBefore(how.date ?? '2025-07-01'), all: false },
      placeholderData: keepPreviousData,
    }),
  );
  const root = list.data?.find(({ parent_id }) => parent_id === null);
  const old = (list.data ?? []).filter(({ parent_id, kind }) => parent_id === root?.id && !isCell(kind));
  const fateOf = (id: string): Fate => fates[id] ?? 'stay';
  const convert = useChange((date: string) =>
    client.organisations.convert({
      ...how,
      date,
      office: { level, ...office },
      units: unitsFrom(old, fateOf, names),
      absorbed: old.filter(({ id }) => fateOf(id) === 'absorbed').map(({ id }) => id),
      leaving: old.filter(({ id }) => fateOf(id) === 'leaving').map(({ id }) => id),
    }),
  );
  const ready =
    how.date !== null &&
    Object.values(office).every((text) => text.trim() !== '') &&
    old.every(({ id }) => fateOf(id) !== 'unit' || (names[id] ?? '').trim() !== '');
  const submit = () => {
    if (!how.date || !ready) return;
    convert.mutate(how.date, {
      onSuccess: ({ id }) => {
        navigate(`/organisations/${id}`);
        void offerUndo(`Đã chuyển đổi sang ${office.name}`);
      },
    });
  };
  useKeys({ escape: () => navigate('/organisations') });
  if (list.isError) return <ErrorState error={list.error} />;
  if (!list.data || !settings.data) return <Waiting />;
  return (
    <div className="page">
      <div className="page-column">
        <p>
          <Link href="/organisations">Tổ chức đảng</Link>
        </p>
        <h2>Chuyển đổi mô hình tổ chức từ 01/7/2025</h2>
        <p className="quiet">
          Tổ chức cũ kết thúc vào hôm trước ngày chuyển đổi, tổ chức mới kế tục; lịch sử vẫn đọc được. Tất cả là một lần
          ghi và hoàn tác được. Nên sao lưu sổ trước khi làm.
        </p>
        <PageForm onSubmit={submit}>
          <h3>1. Cơ quan mới</h3>
          <NativeSelect
            label="Loại cấp ủy"
            data={officePresets.map((preset) => ({ value: preset.level, label: preset.label }))}
            value={level}
            onChange={(event) =>
              setLevel(officePresets.find((one) => one.level === event.currentTarget.value)?.level ?? 'commune')
            }
          />
          <div className="form-row">
            {(
              [
                ['name', 'Tên cấp ủy mới'],
                ['superior', 'Cấp ủy cấp trên'],
                ['place', 'Địa danh'],
              ] as const
            ).map(([key, label]) => (
              <TextInput
                key={key}
                label={label}
                required
                value={office[key]}
                placeholder={settings.data.office[key]}
                onChange={({ currentTarget: { value } }) => setOffice((draft) => ({ ...draft, [key]: value }))}
              />
            ))}
          </div>
          <h3>2. Đơn vị cũ</h3>
          {old.length === 0 && <p className="quiet">Không có đảng bộ nào dưới cơ quan này; các chi bộ giữ nguyên.</p>}
          {old.map((unit) => (
            <div key={unit.id} className="form-row convert-row">
              <NativeSelect
                label={`${unit.name} · ${formatInt(unit.members)} đảng viên`}
                data={Object.entries(fateWords).map(([value, label]) => ({ value, label }))}
                value={fateOf(unit.id)}
                onChange={({ currentTarget: { value } }) => setFates((all) => ({ ...all, [unit.id]: fateFrom(value) }))}
              />
              {fateOf(unit.id) === 'unit' && (
                <TextInput
                  label="Tên đơn vị mới (cùng tên thì nhập làm một)"
                  required
                  value={names[unit.id] ?? ''}
                  onChange={({ currentTarget: { value } }) => setNames((all) => ({ ...all, [unit.id]: value }))}
                />
              )}
            </div>
          ))}
          <h3>3. Ngày và phân công</h3>
          <ReorganiseFields
            how={how}
            set={(change) => setHow((draft) => ({ ...draft, ...change }))}
            dateLabel="Tổ chức mới hoạt động từ ngày"
          />
          {old.some(({ id }) => fateOf(id) === 'leaving') && (
            <Note tone="caution">
              Đơn vị chuyển cơ quan khác được đóng cùng các chi bộ của nó; đảng viên ghi là chuyển đi. Dữ liệu cũ vẫn ở
              lại sổ này.
            </Note>
          )}
          {convert.isError && <ErrorState error={convert.error} />}
          <div>
            <Button type="submit" disabled={!ready} loading={convert.isPending}>
              Chuyển đổi
            </Button>
          </div>
        </PageForm>
      </div>
    </div>
  );
}
