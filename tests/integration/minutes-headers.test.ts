import { beforeEach, describe, expect, it } from 'vitest';
import { profileForDate } from '../../electron/data/documents/profile.ts';
import { typeset } from '../../electron/data/documents/typeset.ts';
import { createMeeting } from '../../electron/data/meetings/create-meeting.ts';
import { readMeetingForm } from '../../electron/data/meetings/meeting-form.ts';
import { saveMeeting } from '../../electron/data/meetings/save-meeting.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { parsePeriod } from '../../electron/data/reporting/period.ts';
import { documentOf, finishDocument } from '../../electron/data/reporting/run-document.ts';
import type { MeetingKind } from '../../electron/data/schema/column-types.ts';
import { sourceOf } from '../support/every-document.ts';
import { newOffice } from '../support/office.ts';
import { profiles } from '../support/sample-documents.ts';
import { addCommune } from '../support/small-office.ts';

let office: Office;
let ids: Awaited<ReturnType<typeof addCommune>>;

beforeEach(async () => {
  office = await newOffice();
  ids = await office.write('Thử', '', (db) => addCommune(db));
});

const meeting = (cellId: string, kind: MeetingKind) =>
  office.write('Thử', '', (db) => createMeeting(db, { cellId, period: '2024-07', kind }));

async function headOf(id: string, code = 'BC-11') {
  const finished = await finishDocument(sourceOf(office), { code, about: { id } });
  const { header, title, signature } = typeset(finished.official, profileForDate(profiles, finished.day));
  const [superior, issuer] = [header.superior, header.issuer].map((lines) => lines.map(({ text }) => text).join(' '));
  return { finished, superior, issuer, subject: title?.subject, signature };
}

describe('who heads minutes (document format, 5.1 and 6.1)', () => {
  it('a cell, also of its committee', async () => {
    const head = { superior: 'ĐẢNG BỘ XÃ MỘT', issuer: 'CHI BỘ THÔN A' };
    expect(await headOf(await meeting(ids.a, 'regular'))).toMatchObject(head);
    expect(await headOf(await meeting(ids.a, 'cell_committee'))).toMatchObject({
      ...head,
      subject: 'họp chi ủy tháng 7 năm 2024',
    });
  });

  it('a committee by its committee, not by its organisation', async () => {
    expect(await headOf(await meeting(ids.commune, 'regular'))).toMatchObject({
      superior: 'ĐẢNG BỘ HUYỆN KHE SƠN',
      issuer: 'ĐẢNG ỦY XÃ MỘT',
      subject: 'hội nghị Ban Chấp hành Đảng bộ xã Một',
    });
  });

  it('a congress', async () => {
    const head = await headOf(await meeting(ids.a, 'congress'));
    expect(head).toMatchObject({ superior: 'CHI BỘ THÔN A', issuer: 'ĐẠI HỘI CHI BỘ', subject: 'đại hội chi bộ' });
    expect(head.signature).toMatchObject({ right: { lines: [{ text: 'CHỦ TRÌ ĐẠI HỘI' }] } });
  });
});

describe('what nobody wrote down (R42)', () => {
  it('is a gap: a meeting of a register does not say that no guest came, one that was written up does', async () => {
    const id = await meeting(ids.a, 'regular');
    const guestLine = async () => JSON.stringify((await headOf(id)).finished.official.body);
    expect(await guestLine()).not.toContain('không có');
    const { row: _, ...form } = await readMeetingForm(office.db, id);
    await office.write('Thử', '', (db) => saveMeeting(db, id, { ...form, date: '2024-07-05', chair: 'Nguyễn Văn An' }));
    expect(await guestLine()).toContain('không có');
  });
});

describe('elections of a congress (R17, R19) and their extract', () => {
  it('are carried by more than half of those summoned, under whatever kind they were typed', async () => {
    const id = await meeting(ids.a, 'congress');
    const { row: _, ...form } = await readMeetingForm(office.db, id);
    const cast = (kind: string, subject: string, in_favour: number) => ({
      ...{ kind, subject, in_favour, base: 14, against: null, other: null },
    });
    const votes = [
      cast('election', 'Nguyễn Văn An', 8),
      cast('election', 'Trần Văn Bình', 7),
      cast('resolution', 'Bầu Bí thư: Nguyễn Văn An', 14),
    ];
    await office.write('Thử', '', (db) => saveMeeting(db, id, { ...form, date: '2024-07-05', votes }));
    const { finished } = await headOf(id);
    const text = finished.official.body.flatMap((block) =>
      'runs' in block ? [(block.runs ?? []).map((run) => run.text).join('')] : [],
    );
    expect(text).toContain('Số đảng viên được triệu tập, có quyền bầu cử: 14 đồng chí.');
    expect(text).toContain('Đồng chí Nguyễn Văn An: 8/14 phiếu, đạt 57,1%; trúng cử.');
    expect(text).toContain('Đồng chí Trần Văn Bình: 7/14 phiếu, đạt 50,0%; không trúng cử.');
    expect(text).toContain('Bầu Bí thư: Nguyễn Văn An: 14/14 phiếu, đạt 100,0%; trúng cử.');
    const listed = await documentOf('trich-bien-ban').list(sourceOf(office), parsePeriod('2024-07'), null);
    expect(listed.map(({ about }) => about.id)).toEqual([id]);
    const certified = (await headOf(id, 'trich-bien-ban')).signature;
    expect(certified).toMatchObject({ confirmation: { lines: [{ text: 'T/M CHI BỘ' }, { text: 'BÍ THƯ' }] } });
  });
});
