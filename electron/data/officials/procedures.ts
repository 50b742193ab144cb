import { assign } from '../assignments/assign.ts';
import { checkAssignments } from '../assignments/check-assignments.ts';
import { listDecisions, saveDecision } from '../assignments/decisions.ts';
import { endAssignments, handOver } from '../assignments/end-assignments.ts';
import { listAssignments, listTeams } from '../assignments/list-assignments.ts';
import { endTeam, saveTeam } from '../assignments/save-team.ts';
import { os } from '../procedures.ts';
import { today } from '../today.ts';
import { formatDate, type IsoDate, parseIsoDate } from '../vietnamese/dates.ts';
import { listOfficials } from './list-officials.ts';
import { officialPage } from './official-page.ts';
import { changeTitle, endOfficial, saveOfficial } from './save-official.ts';

export const officialProcedures = os.officials.router({
  list: os.officials.list.handler(({ context: { session }, input }) =>
    listOfficials(session.office.db, { asOf: input.as_of ?? today(), text: input.text ?? '' }),
  ),
  get: os.officials.get.handler(({ context: { session }, input }) => officialPage(session.office.db, input.id)),
  save: os.officials.save.handler(async ({ context: { session }, input }) => {
    const action = input.id === null ? 'Ghi cán bộ dự sinh hoạt' : 'Sửa cán bộ dự sinh hoạt';
    const id = await session.office.write(action, input.form.full_name, (db) => saveOfficial(db, input.id, input.form));
    return { id };
  }),
  changeTitle: os.officials.changeTitle.handler(({ context: { session }, input }) =>
    session.office.write('Đổi chức danh cán bộ', `${input.title.title}, từ ${shown(input.from)}`, (db) =>
      changeTitle(db, input.id, input.title, dayOf(input.from)),
    ),
  ),
  end: os.officials.end.handler(({ context: { session }, input }) =>
    session.office.write('Thôi cán bộ dự sinh hoạt', `đến ${shown(input.valid_to)}: ${input.reason}`, (db) =>
      endOfficial(db, input.id, dayOf(input.valid_to), input.reason),
    ),
  ),

  assignments: os.officials.assignments.handler(({ context: { session }, input }) =>
    listAssignments(session.office.db, input.as_of ?? null),
  ),
  assign: os.officials.assign.handler(({ context: { session }, input }) =>
    session.office.write(
      'Phân công cán bộ',
      `${input.official_ids.length} cán bộ, từ ${shown(input.valid_from)}`,
      (db) => assign(db, input),
    ),
  ),
  endAssignments: os.officials.endAssignments.handler(({ context: { session }, input }) =>
    session.office.write('Kết thúc phân công', `đến ${shown(input.valid_to)}: ${input.reason}`, (db) =>
      endAssignments(db, input.ids, dayOf(input.valid_to), input.reason),
    ),
  ),
  handOver: os.officials.handOver.handler(({ context: { session }, input }) =>
    session.office.write('Bàn giao phân công', `từ ${shown(input.from)}: ${input.reason}`, (db) =>
      handOver(db, {
        ids: input.ids,
        officialId: input.official_id,
        from: dayOf(input.from),
        reason: input.reason,
        handoverNote: input.handover_note,
      }),
    ),
  ),
  checks: os.officials.checks.handler(({ context: { session }, input }) =>
    checkAssignments(session.office.db, dayOf(input.as_of ?? today())),
  ),

  decisions: os.officials.decisions.handler(({ context: { session } }) => listDecisions(session.office.db)),
  saveDecision: os.officials.saveDecision.handler(({ context: { session }, input }) =>
    session.office.write('Sửa văn bản phân công', input.form.number_symbol, (db) =>
      saveDecision(db, input.id, input.form),
    ),
  ),

  teams: os.officials.teams.handler(({ context: { session }, input }) =>
    listTeams(session.office.db, input.as_of ?? today()),
  ),
  saveTeam: os.officials.saveTeam.handler(async ({ context: { session }, input }) => {
    const action = input.id === null ? 'Lập tổ chỉ đạo' : 'Sửa tổ chỉ đạo';
    return { id: await session.office.write(action, input.form.name, (db) => saveTeam(db, input.id, input.form)) };
  }),
  endTeam: os.officials.endTeam.handler(({ context: { session }, input }) =>
    session.office.write('Kết thúc tổ chỉ đạo', `đến ${shown(input.valid_to)}: ${input.reason}`, (db) =>
      endTeam(db, input.id, dayOf(input.valid_to), input.reason),
    ),
  ),
});

/** The contract lets only days through. */
function dayOf(text: string): IsoDate {
  const day = parseIsoDate(text);
  if (day === null) throw new RangeError(`not a day: ${text}`);
  return day;
}

function shown(text: string): string {
  return formatDate(dayOf(text));
}
