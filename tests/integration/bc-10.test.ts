import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadOfficePresets } from '../../electron/data/office-file/presets.ts';
import { saveRemark } from '../../electron/data/remarks/save-remark.ts';
import { explainWrittenFigure } from '../../electron/data/reporting/explain.ts';
import { parsePeriod } from '../../electron/data/reporting/period.ts';
import { loadReportForms } from '../../electron/data/reporting/report-forms.ts';
import { bc10 } from '../../electron/data/reporting/reports/bc-10-yearly-remark.ts';
import { type FinishedDocument, finishDocument } from '../../electron/data/reporting/run-document.ts';
import { finishReport } from '../../electron/data/reporting/run-report.ts';
import { refusal, resourcesDir } from '../support/office.ts';
import { day } from '../support/report-material.ts';
import { type TruthOffice, truthOffice } from '../support/truth-office.ts';

const [forms, presets] = [loadReportForms(resourcesDir), loadOfficePresets(resourcesDir)];

function textOf({ official }: FinishedDocument): string {
  return official.body
    .flatMap((block) => {
      if (block.kind === 'heading') return [block.text];
      return block.kind === 'paragraph' || block.kind === 'item' ? [block.runs.map(({ text }) => text).join('')] : [];
    })
    .join('\n');
}

describe('BC-10 of a district', () => {
  let made: TruthOffice;
  let owed: { official: string; target: string }[];
  const source = () => ({ db: made.office.db, forms, presets, madeOn: day('2025-01-15') });
  const make = (unit: string, id: string, period = '2024') =>
    finishDocument(source(), { code: 'BC-10', about: { period, unit, id } });

  beforeAll(async () => {
    made = await truthOffice('district-a');
    const communes = new Set(made.truth.organisations.filter(({ kind }) => kind === 'DB_CS').map(({ code }) => code));
    const pairs = made.truth.assignments.filter(({ target }) => communes.has(target));
    owed = [...new Map(pairs.map((pair) => [`${pair.official} ${pair.target}`, pair])).values()];
  }, 60_000);
  afterAll(() => made.remove());

  test('calls for one document for each official and committee of the year, and for none in a month', async () => {
    const listed = await bc10.list(source(), parsePeriod('2024'), null);
    const found = listed.map(({ about }) => `${about.id} ${about.unit}`).sort();
    expect(found).toEqual(owed.map(({ official, target }) => `${official} ${target}`).sort());
    expect(new Set(listed.map(({ name }) => name)).size).toBe(listed.length);
    expect(await bc10.list(source(), parsePeriod('2024-07'), null)).toEqual([]);
    const [first] = owed;
    const ofUnit = await bc10.list(source(), parsePeriod('2024'), first?.target ?? '');
    expect(ofUnit.every(({ about }) => about.unit === first?.target)).toBe(true);
  });

  test('tells the visits and the quota of the truth, each with its records', async () => {
    for (const { official, target } of owed.slice(0, 3)) {
      const document = await make(target, official);
      const truth = made.truth.figures.officials.by_official[official];
      const printed = new Map(document.figures.map(({ key, text }) => [key, text]));
      expect(printed.get(`BC-02/2024/${official}/visits`)).toBe(String(truth?.counted));
      expect(printed.get(`BC-02/2024/${official}/quota_year`)).toBe(String(truth?.quota));
      expect(printed.get(`BC-02/2024/${official}/shortfall`)).toBe(
        truth?.shortfall === 0 ? undefined : String(truth?.shortfall),
      );
      for (const { label, figure, text } of document.figures) {
        const { rows } = await explainWrittenFigure(made.office.db, { label, figure });
        expect(rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(Number(text));
      }
    }
  }, 60_000);

  test('is the commune’s own paper: its header, its superior, its signature', async () => {
    const { official, target } = owed[0] ?? expect.fail('nobody');
    const { official: paper } = await make(target, official);
    const commune = made.truth.organisations.find(({ code }) => code === target)?.name.replace('Đảng bộ ', 'Đảng ủy ');
    expect(paper.header).toMatchObject({ issuer: [commune], numberAndSymbol: { kindCode: 'BC', bodyCode: 'ĐU' } });
    expect(paper.addressees?.names).toEqual(['Ban Thường vụ Huyện ủy Khe Sơn']);
    expect(paper.signature).toMatchObject({ authority: 'T/M Ban Thường vụ', position: 'Bí thư', name: null });
  });

  test('leaves room for what nobody wrote, and prints what was written line by line', async () => {
    const { official, target } = owed[0] ?? expect.fail('nobody');
    const empty = await make(target, official);
    expect(empty.warnings.join(' ')).toContain('Còn 7 đoạn để trống');
    await made.office.write('Ghi nhận xét', '', (db) =>
      saveRemark(
        db,
        { official_id: official, committee_id: target, year: 2024 },
        {
          ...{
            grasped: 'Nắm chắc địa bàn\n- Dự đủ các kỳ họp',
            guided: 'Hướng dẫn lập hồ sơ',
            resolved: 'Đường thôn 4',
          },
          ...{ proposals: 'Bố trí vốn', relations: 'Gần gũi', weaknesses: 'Báo cáo chậm', level: 'good' },
          ...{ document: '12-BC/ĐU', sent_on: '2024-12-10', note: null },
        },
      ),
    );
    const full = await make(target, official);
    expect(full.warnings.join(' ')).not.toContain('để trống');
    const items = full.official.body.filter(({ kind }) => kind === 'item');
    expect(JSON.stringify(items)).toContain('Dự đủ các kỳ họp.');
    expect(textOf(full)).toContain('Hoàn thành tốt nhiệm vụ.');
  });

  test('the companion counts them by committee and lists each with the day it was sent', async () => {
    const { rows, total, lists } = await finishReport(source(), { code: 'BC-10', period: '2024' });
    const due = Object.values(total).map((figure) => (figure.how === 'count' ? figure.rows.length : null));
    expect(due[0]).toBe(owed.length);
    expect(rows).toHaveLength(new Set(owed.map(({ target }) => target)).size);
    const [list] = lists ?? [];
    expect(list?.columns.some(({ label }) => label === 'Đã gửi nhận xét: ngày')).toBe(true);
    const sent = list?.rows.map(({ cells }) => cells.sent).filter((on) => on !== '');
    expect(sent).toEqual(['2024-12-10']);
    expect(total.remarks_sent).toMatchObject({ rows: [{ id: owed[0]?.official }] });
  });

  test('is refused for a month and for somebody nobody owes a remark', async () => {
    const { official, target } = owed[0] ?? expect.fail('nobody');
    expect((await refusal(make(target, official, '2024-07'))).message).toContain('theo năm');
    const other = made.truth.officials.find(({ code }) => !owed.some((pair) => pair.official === code));
    expect((await refusal(make(target, other?.code ?? ''))).message).toContain('không có cán bộ theo dõi');
  });
});
