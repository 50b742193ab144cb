import './reports.css';
import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { api } from '../../app/data.ts';
import { useHandOver } from '../../app/frame/Notices.tsx';
import { useKeptChoice, useKeptText } from '../../app/kept.ts';
import { useKeptSet } from '../../app/kept-set.ts';
import { useKeys } from '../../app/keys.ts';
import { client } from '../../app/link.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { useScope } from '../../app/use-why-not.ts';
import { focusList } from '../../components/focus-list.ts';
import { formatDate, formatInt } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { OrganisationPicker } from '../../components/OrganisationPicker.tsx';
import { EmptyState, ErrorState, Waiting } from '../../components/states.tsx';
import { organisationBasisWord } from '../../components/words.ts';
import { IssueButton } from '../register/IssueButton.tsx';
import { FigureDrawer } from './FigureDrawer.tsx';
import { ReportRecords } from './ReportRecords.tsx';
import { ReportSheet } from './ReportSheet.tsx';
import { useUnit } from './use-unit.ts';

type Asked = { row: string; column: string };

function askedOf(text: string): Asked | null {
  const [row, column] = text.split('\t');
  return row && column ? { row, column } : null;
}

/** One report of the period as a sheet; Enter or a click on a figure opens the rows behind it. */
export function ReportScreen({ code }: { code: string }) {
  const { period } = usePeriod();
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const handOver = useHandOver();
  const [unit, setUnit] = useUnit(code);
  const scope = useScope();
  const { set: closed, toggle, change } = useKeptSet(`report:${code}:closed`);
  // Kept, so that coming back from a record opens the figure it was reached by.
  const [askedText, setAskedText] = useKeptText(`report:${code}:asked`);
  const asked = askedOf(askedText);
  const [chosenBasis, setBasis] = useKeptChoice(`report:${code}:basis`, ['then', 'now'], 'then');
  const basis = chosenBasis ?? 'then';
  const question = { code, period, basis, ...(unit ? { unit } : {}) };
  const report = useQuery(
    api.reports.run.queryOptions({ input: question, placeholderData: keepPreviousData, enabled: unit !== undefined }),
  );
  const lists = useQuery(
    api.reports.lists.queryOptions({ input: question, placeholderData: keepPreviousData, enabled: report.isSuccess }),
  );
  const [listName, setListName] = useKeptText(`report:${code}:list`);
  const list = lists.data?.find(({ name }) => name === listName);
  const toExcel = () => handOver(() => client.reports.file({ ...question, format: 'xlsx' }));
  useKeys({
    'ctrl+e': () => void toExcel(),
    f5: () => void queries.invalidateQueries(),
    ...(asked ? {} : { escape: () => navigate('/reports') }),
  });
  if (report.isError) {
    return (
      <ListScreen tools={<Link href="/reports">Các báo cáo</Link>}>
        <ErrorState error={report.error} />
      </ListScreen>
    );
  }
  if (!report.data) return <Waiting />;
  const { title, period_label, as_of, bases, rows } = report.data;
  const groups = rows.filter((row) => rows.some((other) => other.parent === row.key));
  const allClosed = groups.length > 0 && groups.every(({ key }) => closed.has(key));
  const closeFigure = () => {
    setAskedText('');
    // Also when the drawer was open from the first and has no place of its own to give the focus back to.
    focusList();
  };
  return (
    <ListScreen
      tools={
        <>
          <Link href="/reports" className="report-back">
            Các báo cáo
          </Link>
          <h2 className="report-title" title={title}>
            {code} {title}
          </h2>
          <OrganisationPicker
            value={unit ?? null}
            onChange={setUnit}
            required={scope != null}
            none="Toàn đảng bộ"
            width={180}
          />
          {bases.length > 1 && (
            <NativeSelect
              className="report-basis"
              aria-label="Theo tổ chức nào"
              data={bases.map((value) => ({ value, label: organisationBasisWord(value) }))}
              value={basis}
              onChange={(event) => setBasis(event.currentTarget.value === 'now' ? 'now' : 'then')}
            />
          )}
          {groups.length > 0 && (
            <Button
              variant="default"
              onClick={() =>
                change(
                  groups.map(({ key }) => key),
                  !allClosed,
                )
              }
            >
              {allClosed ? 'Mở rộng tất cả' : 'Thu gọn tất cả'}
            </Button>
          )}
          <Button variant="default" onClick={() => navigate(`/reports/${code}/layout`)}>
            Bố cục biểu…
          </Button>
          <IssueButton variant="default" question={{ code, about: { period, ...(unit ? { unit } : {}) }, basis }} />
          <Button onClick={toExcel}>Xuất Excel</Button>
          {lists.data && lists.data.length > 0 && (
            <div className="report-tabs">
              <SegmentedControl
                aria-label="Số liệu hay danh sách"
                value={list?.name ?? ''}
                onChange={setListName}
                data={[
                  { value: '', label: 'Số liệu' },
                  ...lists.data.map(({ name, rows: records }) => ({
                    value: name,
                    label: `${name} (${formatInt(records.filter(({ group }) => !group).length)})`,
                  })),
                ]}
              />
            </div>
          )}
        </>
      }
      foot={
        <>
          <span>
            {period_label} · {formatInt(list?.rows.filter(({ group }) => !group).length ?? rows.length)} dòng · số liệu
            đến ngày {formatDate(as_of)}
            {bases.length > 1 && ` · ${organisationBasisWord(basis).toLocaleLowerCase('vi')}`}
          </span>
          <Hint
            words={
              list
                ? [...list.notes, 'Ctrl+E: xuất danh sách này'].join(' · ')
                : 'Enter: xem các dòng của số đang chọn · F5: tính lại · Ctrl+E: Excel'
            }
          />
        </>
      }
    >
      {list ? (
        <ReportRecords key={list.name} list={list} keep={`report:${code}:list:${list.name}`} />
      ) : (
        <ReportSheet
          report={report.data}
          keep={`report:${code}`}
          closed={closed}
          toggle={toggle}
          onFigure={(row, column) => setAskedText(`${row}\t${column}`)}
          empty={
            <EmptyState title="Kỳ này chưa có số liệu">
              <p>
                Chọn kỳ khác ở đầu cửa sổ, hoặc <Link href="/imports">nhập sổ theo dõi sinh hoạt</Link>.
              </p>
            </EmptyState>
          }
        />
      )}
      {asked && !list && <FigureDrawer question={{ ...question, ...asked }} onClose={closeFigure} />}
    </ListScreen>
  );
}
