import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOffice } from '../../electron/data/office-file/create-office.ts';
import { today } from '../../electron/data/today.ts';
import { addDays, firstDayOfMonth, formatDate, lastDayOfMonth, monthOf } from '../../electron/data/vietnamese/dates.ts';
import { type ClerkWindow, openClerkWindow } from '../support/clerk-window.ts';
import { environment } from '../support/office.ts';
import { requireTool } from '../support/requirements.ts';
import { addCommune, addMeeting, addOfficial } from '../support/visiting-office.ts';

const now = today();
const month = monthOf(now);
const [first, last] = [firstDayOfMonth(month), lastDayOfMonth(month)];
/** The cells meet on the last day of the month, so that it is still to come, whatever day it is. */
const meetingDay = Number(last.slice(8));
const longName = 'Chi bộ Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Hướng Sơn';
const held = addDays(first, -20);
/** A day of the month to drag to, other than the meeting day. */
const other = addDays(last, -1);

describe.skipIf(!requireTool('chromium'))('the visiting loop of a month, in Chromium', () => {
  let clerk: ClerkWindow;
  let page: Page;

  beforeAll(async () => {
    clerk = await openClerkWindow();
    page = clerk.page;
    page.setDefaultTimeout(20_000);
    const path = join(clerk.folder, 'quang-thanh.sochibo');
    const office = await createOffice(
      { path, level: 'commune', name: 'Đảng ủy xã Quảng Thành', superior: 'Tỉnh ủy Quảng Ninh', place: 'Quảng Thành' },
      environment,
    );
    await office.write('Mẫu', '', async (db) => {
      const cells = ['Chi bộ thôn Hải Yên', 'Chi bộ thôn Hải Tiến', longName, 'Chi bộ thôn Đông'];
      await addCommune(
        db,
        { id: 'xa', name: 'Đảng bộ xã Quảng Thành', parent: null },
        cells.map((name, index) => ({ id: `c${index}`, name, day: meetingDay, flags: index === 2 ? ['remote'] : [] })),
      );
      await addOfficial(db, { id: 'an', name: 'Nguyễn Văn An', quota: 12, targets: ['c0', 'c1', 'c2'] });
      await addOfficial(db, { id: 'ba', name: 'Trần Thị Thanh Ba', quota: 12, targets: ['c1'] });
      await addMeeting(db, 'm', 'c0', held, { started_at: '19:30', ended_at: '21:00', due: 20, present: 18 });
    });
    office.close();
    await page
      .getByLabel(/Đường dẫn|tệp/)
      .first()
      .waitFor();
    await page
      .getByPlaceholder(/sochibo/)
      .last()
      .fill(path);
    await page.getByRole('button', { name: 'Mở sổ' }).click();
    await page.getByRole('contentinfo').getByText('Đảng ủy xã Quảng Thành').waitFor();
  });
  afterAll(() => clerk.close());

  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const grid = (name: string) => page.getByRole('grid', { name });
  const rows = (table: Locator) => table.locator('[role="row"][aria-selected]');
  const dayCell = (day: string) => page.locator(`[data-day="${day}"]`);
  const dialog = () => page.getByRole('dialog');
  /** Exactly the month's own button: the one that opens the choices bears the name of the chosen month too. */
  const choosePeriod = async (chosen: string) => {
    await button(/^Kỳ: /).click();
    const name = `Tháng ${Number(chosen.slice(5))}/${chosen.slice(0, 4)}`;
    await page.getByRole('button', { name, exact: true }).click();
  };
  const choose = async (label: string, words: string) => {
    await dialog().getByRole('button', { name: label }).click();
    await page.keyboard.type(words);
    await page.getByRole('option', { name: words }).first().click();
  };

  it('opens on an empty board that says what to do first', async () => {
    await clerk.goTo('/schedule');
    await choosePeriod(month);
    await dayCell(last).waitFor();
    await page.getByText('chưa có lịch dự. Bấm').waitFor();
    await expect.poll(() => dayCell(last).textContent()).toContain('4 chi bộ họp');
    expect(await clerk.look('schedule-empty')).toEqual([]);
  });

  it('R33 proposes a rotation, says what it cannot give, and writes it only when accepted', async () => {
    await button('Đề xuất lịch').click();
    const list = grid('Lịch đề xuất');
    await rows(list).first().waitFor();
    await expect.poll(() => rows(list).first().textContent()).toContain(longName);
    await page.getByText(/Chi bộ thôn Đông .* chưa phân công cán bộ nào/).waitFor();
    expect(await clerk.look('schedule-proposal')).toEqual([]);
    await button(/^Ghi \d+ lượt vào lịch$/).click();
    await dayCell(last).locator('.plan-chip').first().waitFor();
    await expect.poll(() => dayCell(last).locator('.plan-chip').count()).toBe(2);
    expect(await clerk.look('schedule')).toEqual([]);
  });

  it('moves a plan by mouse and by keys, says what does not fit then, and takes it back', async () => {
    const chip = (day: string) => dayCell(day).locator('.plan-chip');
    await chip(last).filter({ hasText: 'Văn An' }).dragTo(dayCell(other));
    await chip(other).first().waitFor();
    await page.getByText(`nhưng chi bộ sinh hoạt ngày ${formatDate(last)}`).waitFor();
    expect(await clerk.look('schedule-clash')).toEqual([]);
    await chip(other).first().focus();
    await page.keyboard.press('Control+ArrowRight');
    await expect.poll(() => chip(last).count()).toBe(2);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[data-day]')?.getAttribute('data-day')))
      .toBe(last);
    await button('Hoàn tác').click();
    await expect.poll(() => chip(other).count()).toBe(1);
    await page.getByText('Đã hoàn tác').waitFor();
  });

  it('R34 marks a plan as missed only with a reason', async () => {
    await dayCell(other).locator('.plan-chip').first().click();
    await dialog().getByLabel('Việc cần ghi').selectOption('Vắng');
    await expect.poll(() => dialog().getByRole('button', { name: 'Ghi', exact: true }).isDisabled()).toBe(true);
    await dialog().getByLabel('Lý do').selectOption('Đi công tác');
    expect(await clerk.look('schedule-missed')).toEqual([]);
    await dialog().getByRole('button', { name: 'Ghi', exact: true }).click();
    await dialog().waitFor({ state: 'hidden' });
    await page.getByText('Danh sách', { exact: true }).click();
    const list = grid('Danh sách lịch dự');
    await list.getByText('Đi công tác').waitFor();
    expect(await clerk.look('schedule-list')).toEqual([]);
  });

  it('shows which cells nobody has visited for long', async () => {
    await page.getByText('Lâu chưa dự').click();
    await rows(grid('Chi bộ lâu chưa có người dự')).nth(3).waitFor();
    expect(await clerk.look('schedule-unvisited')).toEqual([]);
  });

  it('records a visit at a meeting, which opens its report', async () => {
    await clerk.goTo('/meetings/m');
    await button('Ghi cấp trên dự').click();
    await choose('Cán bộ dự', 'Nguyễn Văn An');
    await dialog().getByLabel('Đến lúc').fill('19h30');
    expect(await clerk.look('visit-dialog')).toEqual([]);
    await page.keyboard.press('Enter');
    const report = page.getByRole('link', { name: /Báo cáo: quá hạn, chưa nộp/ });
    await report.waitFor();
    expect(await clerk.look('meeting-visits')).toEqual([]);
    await report.click();
  });

  it('R35 writes the report late, with what the records know beside it', async () => {
    await page.getByText('báo cáo chưa được nộp').waitFor();
    const facts = page.getByRole('region', { name: 'Số liệu lấy từ sổ' });
    await expect.poll(() => facts.textContent()).toMatch(/thứ 1 \/ định mức 12.*20, 18 \(90,0 %\)/);
    await page.getByLabel(/^1\. Tình hình/).fill('Chi bộ sinh hoạt đúng quy định, 18/20 đảng viên dự.');
    await page.keyboard.press('Escape');
    await dialog().getByText('Báo cáo chưa lưu').waitFor();
    await dialog().getByRole('button', { name: 'Ở lại' }).click();
    await page.keyboard.press('Control+s');
    await page.getByRole('status').getByText('Quá hạn, chưa nộp').waitFor();
    await button('Nộp').click();
    await dialog().getByRole('button', { name: 'Ghi đã nộp' }).click();
    await page.getByText('nộp chậm').waitFor();
    expect(await clerk.look('visit-report')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByText('Báo cáo dự', { exact: true }).click();
    await choosePeriod(held.slice(0, 7));
    await grid('Báo cáo kết quả dự').getByText('Đã nộp (chậm)').waitFor();
    expect(await clerk.look('visit-reports')).toEqual([]);
  });

  it('hands over the month as a notice, a list and a calendar', async () => {
    await choosePeriod(month);
    await page.getByText('Lịch tháng', { exact: true }).last().click();
    for (const [name, ending] of [
      ['Word', /\.docx$/],
      ['Excel', /\.xlsx$/],
      ['Lịch .ics', /\.ics$/],
    ] as const) {
      const download = page.waitForEvent('download');
      await button(name).click();
      expect((await download).suggestedFilename()).toMatch(ending);
    }
  });

  it('records an event that is no cell meeting on the official’s page', async () => {
    await clerk.goTo('/officials/an');
    await button('Ghi sự kiện').click();
    await dialog().getByLabel('Ngày').fill(formatDate(now));
    await choose('Nơi làm việc', 'Chi bộ thôn Đông');
    await dialog().getByRole('button', { name: 'Ghi', exact: true }).click();
    await page.getByRole('complementary').getByText('Họp đảng ủy xã, Chi bộ thôn Đông').waitFor();
    expect(await clerk.look('official-events')).toEqual([]);
    expect(clerk.complaints).toEqual([]);
  });
});
