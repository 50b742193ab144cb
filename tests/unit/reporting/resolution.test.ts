import { describe, expect, test } from 'vitest';
import type { DraftBlock } from '../../../electron/data/reporting/document.ts';
import { figureValue } from '../../../electron/data/reporting/figure.ts';
import { buildResolution } from '../../../electron/data/reporting/reports/bc-12/build-resolution.ts';
import type { ResolutionData } from '../../../electron/data/reporting/reports/bc-12/resolution-data.ts';
import { day, emptyMinutes, fullMinutes, month } from '../../support/sample-documents.ts';

const [vote] = fullMinutes.votes;
const full: ResolutionData = {
  minutes: {
    ...fullMinutes,
    agenda: [
      { title: 'Thông tin thời sự', content: 'Quán triệt Hướng dẫn 05', opinions: [], conclusion: null },
      { title: 'Đánh giá nhiệm vụ tháng 6', content: '- Gieo cấy 25 ha\n- Còn 2 hộ', opinions: [], conclusion: null },
      { title: 'Phương hướng tháng 7', content: 'Chăm sóc lúa', opinions: [], conclusion: null },
    ],
    priorTasks: [{ content: 'Làm đường', person: 'Lê Ba', openingState: null, outcome: 'Xong 300 m', done: true }],
    votes: vote
      ? [
          { ...vote, kind: 'other', subject: 'Việc khác', inFavour: 3 },
          { ...vote, kind: 'resolution' },
        ]
      : [],
  },
  meetingId: 'm1',
  number: 5,
  reviewed: month('2024-06'),
  planned: month('2024-07'),
  superior: 'Đảng ủy xã Hòa Lẫm',
  inCharge: ['đồng chí Mai Xuân Định, Ủy viên Ban Thường vụ'],
  heard: [{ id: 't1', done: true }],
  rating: {
    lines: [{ number: '1', label: 'Thời gian', max: 5, points: 4.5 }],
    maximum: 100,
    total: 89.5,
    grade: 'fair',
    votesFor: 16,
    votesTotal: 17,
  },
  weaknesses: 'Ít ý kiến',
  postedWithinDays: 2,
};

const textOf = (block: DraftBlock): string => {
  if (block.kind === 'heading') return block.text;
  if (block.kind === 'table')
    return [...block.head, ...block.rows]
      .flat()
      .map(({ text }) => text)
      .join('|');
  return 'runs' in block ? (block.runs ?? []).map((run) => (typeof run === 'string' ? run : run.text)).join('') : '';
};
const lines = (data: ResolutionData) => buildResolution(data).body.map(textOf);
const parts = (data: ResolutionData) =>
  buildResolution(data).body.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : []));

describe('BC-12 (document format 6.5, cells handbook BC-12)', () => {
  test('a regular meeting: looking back, ahead, who does it, the rating, the vote on the resolution itself', () => {
    expect(parts(full)).toEqual([
      'Kết quả thực hiện nhiệm vụ tháng 6 năm 2024',
      'Nhiệm vụ, giải pháp tháng 7 năm 2024',
      'Tổ chức thực hiện',
      'Tự đánh giá chất lượng kỳ sinh hoạt',
    ]);
    const said = lines(full);
    expect(said[0]).toMatch(
      /^Ngày 05\/7\/2024, Chi bộ thôn Mò Rí Trong họp phiên thường kỳ tháng 7 năm 2024\. Chi bộ có 24 đảng viên, trong đó 2 .*; có mặt 19\/21 đảng viên phải dự, đạt 90,5%\./u,
    );
    expect(said).toContain('Gieo cấy 25 ha.');
    expect(said.find((line) => line.startsWith('TT|Nhiệm vụ|Người'))).toContain(
      '1|Vận động 2 hộ hiến đất|đồng chí Hồ Văn Khiêm|30/7/2024',
    );
    expect(said.find((line) => line.startsWith('TT|Tiêu chí'))).toContain('1|Thời gian|5|4,5|Tổng|100|89,5');
    expect(said.join('\n')).toContain('gửi báo cáo Đảng ủy xã Hòa Lẫm trong 02 ngày');
    expect(said.at(-1)).toBe('Nghị quyết được 17/17 đảng viên dự họp thông qua.');
  });

  test('number and date of the record; to the committee, the members and who follows the cell', () => {
    expect(buildResolution(full)).toMatchObject({
      subject: 'sinh hoạt chi bộ thường kỳ tháng 7 năm 2024',
      recorded: { number: 5, date: day('2024-07-05') },
      recipients: [
        'Đảng ủy xã Hòa Lẫm (báo cáo)',
        'Các đồng chí đảng viên',
        'Đồng chí Mai Xuân Định, Ủy viên Ban Thường vụ, phụ trách chi bộ',
      ],
    });
  });

  test('a thematic meeting has its theme, a combined one its theme after the month', () => {
    const of = (kind: 'thematic' | 'regular_with_thematic') =>
      parts({ ...full, minutes: { ...full.minutes, kind, theme: 'Học Bác' } });
    expect(of('thematic').slice(0, 2)).toEqual([
      'Kết quả thảo luận chuyên đề "Học Bác"',
      'Nhiệm vụ, giải pháp thực hiện chuyên đề',
    ]);
    expect(of('regular_with_thematic')[2]).toBe('Chuyên đề "Học Bác"');
  });

  test('each figure of the text opens to its records and is what they come to', () => {
    const figures = buildResolution(full)
      .body.flatMap((block) => (block.kind === 'written' ? block.runs : []))
      .filter((run) => typeof run !== 'string');
    expect(figures.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['members', 'exempt', 'present', 'due', 'rate', 'tasks-heard', 'tasks-done']),
    );
    for (const { figure, text } of figures) {
      const value = figureValue(figure);
      expect(text.replace('%', '').replace(',', '.')).toBe(String(value));
    }
  });

  test('nothing recorded: gaps and lines to write on, no 0 and no word of the machine (R42)', () => {
    const nothing: ResolutionData = {
      ...full,
      ...{ minutes: emptyMinutes, number: null, inCharge: [], heard: [], rating: null, weaknesses: null },
    };
    const printed = lines(nothing).join('\n');
    expect(printed).not.toMatch(/undefined|null|NaN|\b0\b/u);
    expect(printed).toContain('có mặt ……/…… đảng viên phải dự, đạt ……%');
    expect(printed).toContain('Nghị quyết được ……/…… đảng viên dự họp thông qua.');
    const blank = buildResolution({ ...nothing, meetingId: null, minutes: { ...emptyMinutes, blank: true } });
    expect(blank.body.filter(({ kind }) => kind === 'dotted').length).toBeGreaterThan(4);
  });
});
