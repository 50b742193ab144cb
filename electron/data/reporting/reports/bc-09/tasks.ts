import type { WrittenParagraph } from '../../document.ts';
import { count } from '../../figure.ts';
import { gap } from '../prose/gap.ts';
import { capped, listed, type Phrase, say, written } from '../prose/phrases.ts';
import { figureRun } from '../prose/quotes.ts';
import { cellsBehind, cellsNamed } from './cells.ts';
import type { Bc09Data } from './data.ts';
import { overdueBodies, unknownBody } from './petitions.ts';
import { missingByQuarter } from './themes.ts';
import { officialsNamed, shortOfficials } from './visits.ts';

/** Planned themes named: those most cells have chosen. */
const themesNamed = 5;

/** IV. Nhiệm vụ, giải pháp: what is open is asked of those who owe it, by name; then what is planned. */
export function tasks(data: Bc09Data): WrittenParagraph[] {
  const said = [
    ...written('IV.regularity', [meetAgain(data), report(data)], '-'),
    ...written('IV.themes', [themes(data), planned(data)], '-'),
    ...written('IV.visits', [visits(data)], '-'),
    ...written('IV.petitions', [petitions(data)], '-'),
  ];
  return said.length > 0 ? said : [gap('IV.gap', 'nhiệm vụ, giải pháp của kỳ tới')];
}

function meetAgain(data: Bc09Data): Phrase | null {
  const { meetings } = data.now;
  const figure = meetings.figure('cells_not_met');
  const cells = cellsBehind(data, figure);
  if (cells.length === 0) return null;
  const names = cellsNamed(data, cells, { key: 'II.1.not-held', form: 'BC-05' });
  return say`duy trì sinh hoạt đủ kỳ ở các chi bộ đã không sinh hoạt: ${names}`;
}

function report(data: Bc09Data): Phrase | null {
  const cells = cellsBehind(data, data.now.meetings.figure('cells_not_reported'));
  if (cells.length === 0) return null;
  const names = cellsNamed(data, cells, { key: 'II.1.not-reported', form: 'BC-05' });
  return say`các chi bộ chưa báo cáo gửi bổ sung số liệu: ${names}`;
}

function themes(data: Bc09Data): Phrase | null {
  const last = missingByQuarter(data).at(-1);
  if (!last) return null;
  const names = cellsNamed(data, cellsBehind(data, last.figure), { key: `II.3.missing/${last.name}`, form: 'BC-05' });
  return say`tổ chức sinh hoạt chuyên đề ở các chi bộ chưa thực hiện trong ${last.name}: ${names}`;
}

function planned({ next }: Bc09Data): Phrase | null {
  if (next.themes.length === 0) return null;
  const named = next.themes.slice(0, themesNamed).map(({ title, cellIds }): Phrase => {
    const run = figureRun(`IV.themes/${title}`, `Chi bộ đã chọn: ${title}`, count('organisation', cellIds));
    return say`“${title}” (${run} chi bộ)`;
  });
  return say`chuyên đề đã đăng ký cho ${next.name}: ${listed(named)}`;
}

function visits(data: Bc09Data): Phrase | null {
  const rows = shortOfficials(data);
  if (rows.length === 0) return null;
  const names = officialsNamed(data, rows, 'II.5.short', null);
  return data.period.kind === 'year'
    ? say`${names} rút kinh nghiệm về việc chưa dự đủ định mức, chủ động xếp lịch dự từ đầu năm sau`
    : say`${names} xếp lịch dự bù số lượt chưa đạt định mức`;
}

function petitions(data: Bc09Data): Phrase | null {
  const bodies = overdueBodies(data).filter(({ word }) => word !== unknownBody);
  if (bodies.length === 0) return null;
  const names = capped(bodies, data.exceptions.names, {
    named: ({ word, rows }) => {
      const run = figureRun(`II.6.overdue/${word}`, `Quá hạn tại ${word}`, { how: 'count', rows });
      return say`${word} (${run} việc)`;
    },
    others: () => ['các cơ quan còn lại'],
  });
  return say`đề nghị ${names} giải quyết, trả lời dứt điểm kiến nghị đã quá hạn; thông báo kết quả cho chi bộ`;
}
