import { describe, expect, test } from 'vitest';
import { typeset } from '../../../electron/data/documents/typeset.ts';
import { partyOrganisationName } from '../../../electron/data/organisations/party-organisation-name.ts';
import { minutesSubject } from '../../../electron/data/reporting/reports/bc-11/build-minutes.ts';
import type { MinutesData } from '../../../electron/data/reporting/reports/bc-11/minutes-data.ts';
import { day, emptyMinutes, fullMinutes, hd36, month, officialMinutes } from '../../support/sample-documents.ts';

/** The body as lines of print. */
function lines(data: MinutesData): string[] {
  return typeset(officialMinutes(data), hd36).body.flatMap((block) =>
    block.kind === 'paragraph' ? [block.runs.map((run) => run.text).join('')] : [],
  );
}

function headings(data: MinutesData): string[] {
  return lines(data).filter((line) => /^[IVX]+- /u.test(line));
}

describe('content order (document format, 6.2 and 6.3)', () => {
  test('a regular meeting', () => {
    expect(headings(fullMinutes)).toEqual([
      'I- MỞ ĐẦU',
      'II- NỘI DUNG',
      'III- DIỄN BIẾN, THẢO LUẬN',
      'IV- BIỂU QUYẾT',
      'V- KẾT THÚC',
    ]);
  });

  test('a thematic meeting: part II bears the theme, the presenter gives the introductory report', () => {
    const thematic: MinutesData = {
      ...fullMinutes,
      kind: 'thematic',
      theme: 'Phát triển đảng viên',
      presenter: 'Hồ Văn Khiêm',
    };
    expect(headings(thematic)[1]).toBe('II- CHUYÊN ĐỀ: PHÁT TRIỂN ĐẢNG VIÊN');
    expect(lines(thematic)).toContain('Đồng chí Hồ Văn Khiêm trình bày báo cáo đề dẫn.');
  });

  test('a combined meeting: the regular part first, then the theme', () => {
    const combined: MinutesData = { ...fullMinutes, kind: 'regular_with_thematic', theme: 'Phát triển đảng viên' };
    expect(headings(combined).slice(1, 4)).toEqual([
      'II- NỘI DUNG',
      'III- CHUYÊN ĐỀ: PHÁT TRIỂN ĐẢNG VIÊN',
      'IV- DIỄN BIẾN, THẢO LUẬN',
    ]);
  });
});

describe('the line under the title', () => {
  test.each([
    [{ kind: 'regular', period: month('2024-07') }, 'sinh hoạt chi bộ thường kỳ tháng 7 năm 2024'],
    [{ kind: 'regular', period: month('2024-02') }, 'sinh hoạt chi bộ thường kỳ tháng 02 năm 2024'],
    // R5: the March meeting held on 2 April belongs to quarter II.
    [
      { kind: 'thematic', period: month('2024-03'), date: day('2024-04-02'), theme: 'Học Bác' },
      'sinh hoạt chuyên đề quý II năm 2024: "Học Bác"',
    ],
    [{ kind: 'thematic', period: month('2024-03'), date: null }, 'sinh hoạt chuyên đề quý I năm 2024: "……"'],
    [{ kind: 'extraordinary', period: month('2024-12') }, 'sinh hoạt chi bộ đột xuất tháng 12 năm 2024'],
  ] as const)('%o', (change, subject) => {
    expect(minutesSubject({ ...fullMinutes, ...change })).toBe(subject);
  });
});

describe('header lines (document format, 5.1)', () => {
  test.each([
    ['Đảng bộ xã Hòa Lẫm', 'Đảng bộ xã Hòa Lẫm'],
    ['Đảng ủy xã Hòa Lẫm', 'Đảng bộ xã Hòa Lẫm'],
    ['Đảng uỷ Đặc khu Phú Quý', 'Đảng bộ Đặc khu Phú Quý'],
    ['Huyện ủy Khe Sơn', 'Đảng bộ huyện Khe Sơn'],
    ['Huyện uỷ Định Hoá'.normalize('NFD'), 'Đảng bộ huyện Định Hoá'],
    ['Thành ủy Đông Hà', 'Đảng bộ thành phố Đông Hà'],
    ['Thị ủy Quảng Trị', 'Đảng bộ thị xã Quảng Trị'],
  ])('%s -> %s', (name, organisation) => {
    expect(partyOrganisationName(name)).toBe(organisation);
  });
});

describe('figures as frozen on the day', () => {
  test('attendance with its rate (R12), exempt members who came apart (R11)', () => {
    expect(lines(fullMinutes)).toContain(
      '- Có mặt: 19/21 đồng chí phải dự, đạt 90,5% (chính thức: 17, dự bị: 1, sinh hoạt tạm thời: 1).',
    );
    expect(lines(fullMinutes)).toContain('- Đảng viên được miễn sinh hoạt có mặt: 1 đồng chí.');
    expect(lines({ ...fullMinutes, present: { ...fullMinutes.present, exempt: 0 } }).join()).not.toContain(
      'miễn sinh hoạt có mặt',
    );
  });

  test('nobody due: the rate is `-`', () => {
    const none: MinutesData = { ...fullMinutes, due: 0, present: { ...fullMinutes.present, total: 0 } };
    expect(lines(none).find((line) => line.startsWith('- Có mặt'))).toContain('0/0 đồng chí phải dự, đạt - (');
  });

  test('absent members by name and reason; those counted but not named leave room', () => {
    const absent = (change: MinutesData['absentExcused']) =>
      lines({ ...fullMinutes, absentExcused: change }).find((line) => line.startsWith('- Vắng có lý do'));
    const people = [{ name: 'Hồ Văn Đức', reason: 'đi công tác' }];
    expect(absent({ count: 1, people })).toBe('- Vắng có lý do: 1 đồng chí: Hồ Văn Đức (đi công tác).');
    expect(absent({ count: null, people })).toBe('- Vắng có lý do: 1 đồng chí: Hồ Văn Đức (đi công tác).');
    expect(absent({ count: 3, people })).toBe('- Vắng có lý do: 3 đồng chí: Hồ Văn Đức (đi công tác); ……………………');
    expect(absent({ count: 0, people: [] })).toBe('- Vắng có lý do: 0 đồng chí.');
  });

  test('votes with base and rate', () => {
    expect(lines(fullMinutes)).toContain(
      '- Nghị quyết lãnh đạo nhiệm vụ tháng 8: tán thành 17/17 đồng chí, đạt 100,0%; không tán thành: 0.',
    );
    expect(lines(fullMinutes)).toContain(
      '- Đề nghị kết nạp quần chúng Lò Văn Páo: tán thành 16/17 đồng chí, đạt 94,1%.',
    );
    expect(lines(fullMinutes)).toContain('- Đánh giá chất lượng buổi sinh hoạt: 89,5 điểm, xếp loại: Khá.');
  });
});

describe('facts of the visiting loop', () => {
  test('R8 a meeting that was not held in one room says so, and under which guidance', () => {
    const online: MinutesData = { ...fullMinutes, mode: 'hybrid', modeGuidance: 'Hướng dẫn 05-HD/ĐU' };
    expect(lines(online)).toContain('Hình thức: trực tiếp kết hợp trực tuyến (theo Hướng dẫn 05-HD/ĐU).');
    expect(lines({ ...online, mode: 'in_person' }).join()).not.toContain('Hình thức');
  });

  test('R19 a vote says whether it was carried, and nothing where that cannot be said', () => {
    const [first] = fullMinutes.votes;
    if (!first) throw new Error('no vote');
    const said = (outcome: typeof first.outcome) =>
      lines({ ...fullMinutes, votes: [{ ...first, outcome }] }).find((line) => line.startsWith('- Nghị quyết'));
    expect(said('passed')).toMatch(/; được thông qua\.$/u);
    expect(said('not_passed')).toMatch(/; không được thông qua\.$/u);
    expect(said('unknown')).not.toContain('thông qua');
  });

  test('what became of earlier tasks stands in a table', () => {
    const priorTasks = [
      { content: 'Làm đường', person: 'Lê Ba', openingState: 'Đang làm', outcome: 'Xong 300 m', done: true },
      { content: 'Thu quỹ', person: null, openingState: null, outcome: null, done: false },
    ];
    const table = typeset(officialMinutes({ ...fullMinutes, priorTasks }), hd36).body.find(
      ({ kind }) => kind === 'table',
    );
    const printed = JSON.stringify(table);
    for (const text of ['Làm đường (đồng chí Lê Ba)', 'Đang làm', 'Hoàn thành: Xong 300 m', 'Chưa hoàn thành'])
      expect(printed).toContain(text);
    expect(typeset(officialMinutes(fullMinutes), hd36).body.some(({ kind }) => kind === 'table')).toBe(false);
  });
});

test('each opinion under its speaker, with one form of address; the chair concludes on each item', () => {
  const discussion = lines(fullMinutes);
  expect(discussion.filter((line) => line.startsWith('- Đồng chí Hồ Văn Khiêm: '))).toHaveLength(4);
  expect(discussion.filter((line) => line.startsWith('- Đ/c Mai Xuân Định: '))).toHaveLength(4);
  expect(discussion.filter((line) => line.startsWith('Kết luận của chủ trì: Chi bộ thống nhất'))).toHaveLength(4);
  expect(discussion).toContain('- Vận động 2 hộ hiến đất - đồng chí Hồ Văn Khiêm - thời hạn: 30/7/2024.');
});

describe('closing sentence (document format, 6.2 item 5)', () => {
  test('times and date', () => {
    expect(lines(fullMinutes).at(-1)).toBe(
      'Biên bản kết thúc vào lúc 21 giờ 05 phút, ngày 05/7/2024, đã được đọc lại cho những người có mặt cùng nghe và nhất trí với nội dung.',
    );
  });

  test('minutes that were not read back do not say so', () => {
    expect(lines({ ...fullMinutes, readBack: false }).at(-1)).toBe(
      'Biên bản kết thúc vào lúc 21 giờ 05 phút, ngày 05/7/2024.',
    );
  });
});

describe('nothing on record', () => {
  const printed = lines(emptyMinutes).join('\n');

  test('what is not known is a dotted gap, never 0, a word of the machine or an invented date (R42)', () => {
    expect(printed).not.toMatch(/undefined|null|NaN|\b0\b/u);
    expect(printed.match(/\d+/gu)?.filter((number) => !['1', '2', '3', '4'].includes(number))).toEqual([]);
    expect(printed).toContain('Thời gian: …… giờ …… phút, ngày ……/……/……');
    expect(printed).toContain('Tổng số đảng viên: …… đồng chí');
    expect(printed).toContain('Có mặt: ……/…… đồng chí phải dự, đạt ……%');
  });

  test('the usual agenda stands there to be filled in', () => {
    expect(printed).toContain('1. Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh\n');
  });

  test('neither number nor date line unless asked for', () => {
    const { header } = typeset(officialMinutes(emptyMinutes), hd36);
    expect([header.number, header.placeDate]).toEqual([null, null]);
    const layout = { ...emptyMinutes.layout, numbered: true, place_and_date: true, hyphens: false };
    const { header: shown, title } = typeset(officialMinutes({ ...emptyMinutes, layout }), hd36);
    expect(shown.number).toMatch(/^Số +-BB\/CB$/u);
    expect(shown.placeDate).toMatch(/^Hòa Lẫm, ngày +tháng +năm 2024$/u);
    expect(title?.rule).toBeNull();
  });
});

test('text typed in several lines becomes paragraphs and items, each a sentence', () => {
  const content = 'Đồng chí Bí thư báo cáo\n- thu quỹ đạt 80%;\n+ còn 2 hộ\n\nHết.';
  const [first] = fullMinutes.agenda;
  const typed = lines({ ...fullMinutes, agenda: first ? [{ ...first, content }] : [] });
  const start = typed.indexOf('Đồng chí Bí thư báo cáo.');
  expect(typed.slice(start, start + 4)).toEqual([
    'Đồng chí Bí thư báo cáo.',
    '- thu quỹ đạt 80%;',
    '+ còn 2 hộ.',
    'Hết.',
  ]);
});
