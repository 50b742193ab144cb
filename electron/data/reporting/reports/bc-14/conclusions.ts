import type { TableCell } from '../../../documents/model.ts';
import { isAnswered, isOverdue } from '../../../petitions/life-cycle.ts';
import type { Petition } from '../../../petitions/petition-book.ts';
import { type IsoDate, parseIsoDate } from '../../../vietnamese/dates.ts';
import type { DraftBlock } from '../../document.ts';
import { count } from '../../figure.ts';
import type { FinishedReport } from '../../run-report.ts';
import { dayText, ended, fact } from '../letters/wording.ts';
import { decapitalised, type Phrase, say, sentence, written } from '../prose/phrases.ts';
import { Quotes } from '../prose/quotes.ts';

/** A matter raised in the period that is still to be answered, with its cell as it was called then. */
export interface OpenMatter {
  petition: Petition;
  cell: string;
}

/** What an official wrote of a cell. */
export interface Remark {
  visitId: string;
  cell: string;
  official: string;
  text: string;
}

/** What the notice of conclusions is made of: BC-02 of two periods, what visit reports say, and open matters. */
export interface Conclusions {
  now: FinishedReport;
  before: FinishedReport;
  committee: string;
  advisoryBody: string;
  weaknesses: readonly Remark[];
  difficulties: readonly Remark[];
  matters: readonly OpenMatter[];
}

export function conclusionsBody(conclusions: Conclusions): DraftBlock[] {
  const { now, matters, weaknesses, difficulties, committee, advisoryBody } = conclusions;
  const day = now.scope.asOf;
  return [
    ...written('situation', [situation(conclusions)]),
    { kind: 'heading', level: 1, text: 'Tình hình nắm được qua dự sinh hoạt' },
    ...remarks('weaknesses', 'Hạn chế cán bộ dự đã chỉ ra, chi bộ phải khắc phục:', weaknesses),
    ...remarks('difficulties', 'Khó khăn, vướng mắc chi bộ phản ánh:', difficulties),
    ...(weaknesses.length + difficulties.length === 0
      ? [{ kind: 'dotted', lines: 3, lead: 'Đánh giá của cấp ủy:' } as const]
      : []),
    { kind: 'heading', level: 1, text: 'Ý kiến, kiến nghị và trách nhiệm trả lời' },
    ...matterBlocks(matters, day),
    { kind: 'heading', level: 1, text: 'Tổ chức thực hiện' },
    ...written('carrying-out', [
      say`Các cơ quan, đơn vị được giao trả lời đúng hạn, gửi văn bản trả lời về ${advisoryBody}`,
      say`Chi bộ nêu kiến nghị được thông báo kết quả tại kỳ sinh hoạt gần nhất, qua đồng chí được phân công dự`,
      say`${advisoryBody} theo dõi, báo cáo Ban Thường vụ ${committee} các việc quá hạn`,
    ]),
  ];
}

function situation({ now, before, committee }: Conclusions): Phrase {
  const [quotes, earlier] = [new Quotes(now), new Quotes(before)];
  const beside = earlier.some('visits')
    ? say` (${decapitalised(before.scope.period.label)}: ${earlier.run('visits')} lượt)`
    : [];
  const heard =
    quotes.value('petitions') === null
      ? []
      : say`, tiếp nhận ${quotes.run('petitions')} ý kiến, kiến nghị, giải đáp tại chỗ ${quotes.run('petitions_answered_on_spot')} ý kiến`;
  return say`${now.scope.period.label}, cấp ủy viên, cán bộ được phân công đã dự ${quotes.run('visits')} lượt sinh hoạt chi bộ${beside}${heard}. Ban Thường vụ ${committee} kết luận như sau:`;
}

function remarks(key: string, line: string, list: readonly Remark[]): DraftBlock[] {
  if (list.length === 0) return [];
  return [
    { kind: 'written', key, runs: [line] },
    ...list.map(
      ({ visitId, cell, official, text }): DraftBlock => ({
        kind: 'written',
        key: `${key}/${visitId}`,
        mark: '-',
        runs: [ended(`${cell} (đồng chí ${official} dự): ${decapitalised(text.replaceAll(/\s*\n+\s*/gu, '; '))}`)],
      }),
    ),
  ];
}

/** First what is late and what nobody has been told to answer, by name; then all of them with who answers and by when. */
function matterBlocks(matters: readonly OpenMatter[], day: IsoDate): DraftBlock[] {
  if (matters.length === 0) {
    return [
      { kind: 'written', key: 'no-matters', runs: ['Không còn ý kiến, kiến nghị nêu trong kỳ chưa được trả lời.'] },
    ];
  }
  const overdue = matters.filter(({ petition }) => isOverdue(petition.due_date, petition.standing, day));
  const unassigned = matters.filter(({ petition }) => petition.body === null);
  const of = (list: readonly OpenMatter[]) =>
    count(
      'petition',
      list.map(({ petition }) => petition.id),
    );
  return [
    ...written('open', [
      say`Tính cả ý kiến chi bộ gửi lên ngoài các buổi có cán bộ dự, còn ${fact('open', 'Việc chưa trả lời', of(matters))} việc nêu trong kỳ chưa được trả lời${
        overdue.length === 0
          ? []
          : say`, trong đó ${fact('overdue', 'Việc quá hạn trả lời', of(overdue))} việc đã quá hạn`
      }${unassigned.length === 0 ? [] : say`, ${fact('unassigned', 'Việc chưa giao nơi trả lời', of(unassigned))} việc chưa giao nơi trả lời`}`,
    ]),
    ...named('overdue', 'Quá hạn, phải trả lời ngay:', overdue, ({ petition, cell }) => [
      `${petition.body ?? 'Chưa giao nơi trả lời'}: ${decapitalised(petition.content)} (${cell}, hạn ${dayText(petition.due_date)})`,
    ]),
    ...named('unassigned', 'Phải giao nơi trả lời và thời hạn:', unassigned, ({ petition, cell }) => [
      `${petition.content} (${cell}): giao ………………………, trả lời trước ngày ……/……/……`,
    ]),
    table(matters),
  ];
}

function named(
  key: string,
  line: string,
  list: readonly OpenMatter[],
  text: (matter: OpenMatter) => Phrase,
): DraftBlock[] {
  if (list.length === 0) return [];
  return [
    { kind: 'written', key: `${key}-list`, runs: [line] },
    ...list.map(
      (matter): DraftBlock => ({
        kind: 'written',
        key: `${key}/${matter.petition.id}`,
        mark: '-',
        runs: sentence(text(matter)),
      }),
    ),
  ];
}

function table(matters: readonly OpenMatter[]): DraftBlock {
  return {
    kind: 'table',
    columns: [
      { width: 6, align: 'center' },
      { width: 34, align: 'left' },
      { width: 24, align: 'left' },
      { width: 22, align: 'left' },
      { width: 14, align: 'center' },
    ],
    head: [['TT', 'Nội dung', 'Chi bộ', 'Nơi trả lời', 'Hạn'].map((text): TableCell => ({ text, bold: true }))],
    rows: matters.map(({ petition, cell }, index) =>
      [
        String(index + 1),
        petition.content,
        cell,
        petition.body ?? '',
        petition.due_date === null ? '' : dayText(petition.due_date),
      ].map((text): TableCell => ({ text })),
    ),
  };
}

/** Matters without an answer by the day, by deadline; those without one last. */
export function openMatters(
  petitions: readonly Petition[],
  day: IsoDate,
  cellName: (petition: Petition, day: IsoDate) => string,
): OpenMatter[] {
  return petitions
    .filter((petition) => petition.id === petition.matterId && !isAnswered(petition.standing, day))
    .toSorted((a, b) => (a.due_date ?? '9').localeCompare(b.due_date ?? '9'))
    .map((petition) => ({
      petition,
      cell: cellName(petition, (petition.date === null ? null : parseIsoDate(petition.date)) ?? day),
    }));
}
