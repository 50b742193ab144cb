import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMeeting } from '../../electron/data/meetings/create-meeting.ts';
import { type ClerkWindow, openClerkWindow } from '../support/clerk-window.ts';
import { requireTool } from '../support/requirements.ts';
import { truthOffice } from '../support/truth-office.ts';

const longName = 'Chi bộ Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Hướng Sơn';

describe.skipIf(!requireTool('chromium'))('scoring sheets and ratings, in Chromium', () => {
  let clerk: ClerkWindow;
  let page: Page;
  let officePath: string;
  let remove: () => void;
  let meetingId: string;

  beforeAll(async () => {
    const made = await truthOffice('commune-b');
    officePath = made.office.path;
    meetingId = await made.office.write('Thử', '', async (db) => {
      const { organisation_id: cellId } = await db
        .selectFrom('organisation_version as version')
        .innerJoin('organisation', 'organisation.id', 'version.organisation_id')
        .select('version.organisation_id')
        .where('organisation.kind', '=', 'cell')
        .orderBy('version.position')
        .executeTakeFirstOrThrow();
      await db
        .updateTable('organisation_version')
        .set({ name: longName })
        .where('organisation_id', '=', cellId)
        .execute();
      const id = await createMeeting(db, { cellId, period: '2025-11', kind: 'regular' });
      await db
        .updateTable('meeting')
        .set({
          ...{ state: 'held', date: '2025-11-03', started_at: '19:30', ended_at: '20:45', members_total: 20 },
          ...{ due: 20, present: 19, present_exempt: 0, absent_excused: 0, absent_unexcused: 1 },
        })
        .where('id', '=', id)
        .execute();
      return id;
    });
    made.office.close();
    remove = made.remove;
    clerk = await openClerkWindow();
    page = clerk.page;
    await page.getByLabel('Đường dẫn tệp').fill(officePath);
    await page.getByRole('button', { name: 'Mở sổ' }).click();
    await page.getByRole('button', { name: 'Đóng sổ' }).waitFor();
  });
  afterAll(async () => {
    await clerk.close();
    remove();
  });

  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const points = (number: string) => page.getByLabel(`Điểm mục ${number}`, { exact: true });
  const choosePeriod = (period: string) =>
    page.evaluate((key) => sessionStorage.setItem('period', key), period).then(() => page.reload());

  it('says in an empty list what to do first, loads the sheets and adopts one', async () => {
    await clerk.goTo('/scoring');
    await page.getByText('Chưa có mẫu chấm điểm nào').waitFor();
    expect(await clerk.look('scoring-empty')).toEqual([]);
    await button('Nạp mẫu chấm điểm').first().click();
    await button('Nạp').last().click();
    await page.getByRole('complementary', { name: /An Phú/u }).waitFor();
    await button('Áp dụng từ ngày…').click();
    await page.getByLabel('Áp dụng từ ngày').fill('1/11/2025');
    await button('Áp dụng').last().click();
    await page.getByText('Từ 01/11/2025').first().waitFor();
    expect(await clerk.look('scoring-sheets')).toEqual([]);
  });

  it('rates a meeting: what the meeting says is filled in, the rest is the scorer’s', async () => {
    await clerk.goTo(`/meetings/${meetingId}`);
    await button(/Chấm điểm/u).click();
    await page.getByText('họp 75 phút, quy định 90 phút').waitFor();
    await expect.poll(() => points('1').inputValue()).toBe('4');
    await expect.poll(() => points('2a').inputValue()).toBe('1');
    for (const field of await page.locator('select[aria-label^="Điểm mục"]').all()) {
      await field.selectOption('yes');
    }
    const most = { '4b': '15', '4e': '5', '5a': '2', '5b': '4', '5c': '3', '5d': '1', '6a': '1', '6b': '2', '6c': '1' };
    const rest = { '6d': '1', '7': '30', '8a': '2', '8b': '2', '8c': '1' };
    for (const [number, value] of Object.entries({ ...most, ...rest })) await points(number).fill(value);
    await page.getByText('Tổng điểm 96 · Tốt').waitFor();
    await points('1').scrollIntoViewIfNeeded();
    expect(await clerk.look('rating-self')).toEqual([]);
    await points('2a').fill('4');
    await page.keyboard.press('Control+s');
    await page.getByText('Mục 2a: điểm 4 khác điểm tự tính 1').waitFor();
    await points('2a').fill('');
    await page.keyboard.press('Control+s');
    await page.getByText('Đã lưu phiếu').waitFor();
  });

  it('stands the superior’s decision beside the cell’s own points', async () => {
    await page.getByLabel('Người chấm', { exact: true }).selectOption('superior_decision');
    await page.getByText('Chưa có phiếu').waitFor();
    await page.getByLabel('Chỉ có tổng điểm').fill('88');
    const asksBeforeClosing = () =>
      page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
    expect(await asksBeforeClosing()).toBe(true);
    await button('Lưu phiếu chấm').click();
    await page.getByText('Đã lưu phiếu').waitFor();
    // The word of the sheet saved before may still stand: what counts is that this one is not unsaved any more.
    await expect.poll(asksBeforeClosing).toBe(false);
    await expect.poll(() => page.getByRole('columnheader', { name: 'Chi bộ tự chấm' }).count()).toBe(1);
    expect(await clerk.look('rating-decision')).toEqual([]);
  });

  it('BC-07 shows the decided points and grade, and that the cell had said otherwise', async () => {
    await choosePeriod('2025');
    await clerk.goTo('/reports/BC-07');
    const row = page.getByRole('row', { name: new RegExp(longName, 'u') });
    await row.first().waitFor();
    await expect.poll(() => row.first().textContent()).toContain('88,0Khá');
    await expect.poll(() => row.first().textContent()).toContain('Tự chấm khác quyết định: T11');
    expect(await clerk.look('bc-07')).toEqual([]);
    await clerk.goTo('/scoring/grades');
    const graded = page
      .getByRole('grid', { name: 'Xếp loại quý, năm' })
      .getByRole('row', { name: new RegExp(longName, 'u') });
    await graded.dblclick();
    await page.getByLabel('Xếp loại quyết định').selectOption('fair');
    await page.getByLabel('Văn bản').fill('12-TB/ĐU');
    await button('Ghi xếp loại').click();
    await graded.getByText('Khá', { exact: true }).waitFor();
    expect(await clerk.look('period-grades')).toEqual([]);
  });

  it('checks a sheet while it is edited; the one that was used becomes version 2', async () => {
    await clerk.goTo('/scoring');
    await page
      .getByRole('grid', { name: 'Mẫu chấm điểm' })
      .getByRole('row', { name: /An Phú/u })
      .dblclick();
    await page.getByText('Mẫu đã dùng chấm 2 phiếu nên bị khóa').waitFor();
    await button(/^3a/u).click();
    await page.getByLabel('Điểm tối đa').fill('4');
    await page.getByText('Tổng điểm các tiêu chí là 101, khác tổng điểm ghi của mẫu là 100.').waitFor();
    expect(await clerk.look('sheet-editor')).toEqual([]);
    await page.getByLabel('Điểm tối đa').fill('3');
    await page.getByText('Không có lỗi.').waitFor();
    await button(/^2a/u).click();
    expect(await clerk.look('sheet-bands')).toEqual([]);
    await page.getByText('Thông tin chung').click();
    await page.getByLabel('Tốt từ').fill('95');
    expect(await clerk.look('sheet-settings')).toEqual([]);
    await page.keyboard.press('Control+s');
    await page.getByLabel('Áp dụng từ ngày').fill('1/12/2025');
    await button('Lưu phiên bản mới').last().click();
    await page.getByText('· phiên bản 2').waitFor();
    // The basis that was asked for is the one refusal.
    expect(clerk.complaints.filter((complaint) => !complaint.includes('422'))).toEqual([]);
  });
});
