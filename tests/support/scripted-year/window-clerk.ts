import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { ClerkWindow } from '../clerk-window.ts';
import type { MonthOfCell } from './years.ts';

const gradeWords = { good: 'Tốt', fair: 'Khá', average: 'TB', poor: 'Kém' } as const;

/** What a clerk does over and over in the window, by the words on the screen. */
export class WindowClerk {
  readonly window: ClerkWindow;
  readonly page: Page;

  constructor(window: ClerkWindow) {
    this.window = window;
    this.page = window.page;
  }

  button(name: string | RegExp) {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  dialog() {
    return this.page.getByRole('dialog');
  }

  grid(name: string | RegExp) {
    return this.page.getByRole('grid', { name });
  }

  /** Opens the picker and takes the entry that the words find. */
  async pick(field: RegExp, entry: string): Promise<void> {
    await this.dialog().getByRole('button', { name: field }).click();
    await this.page.getByRole('textbox', { name: 'Tìm trong danh sách' }).fill(entry);
    await this.page.getByRole('option', { name: entry }).first().click();
  }

  /** Submits the dialog by its button and waits until it is gone. */
  async submit(action: string): Promise<void> {
    await this.dialog().getByRole('button', { name: action, exact: true }).click();
    await this.dialog().waitFor({ state: 'detached' });
  }

  async createCommune(name: string, superior: string, place: string, file: string): Promise<void> {
    await this.page.getByLabel('Đảng ủy xã, phường, đặc khu (từ 1/7/2025)').check();
    await this.page.getByLabel('Tên cấp ủy').fill(name);
    await this.page.getByLabel('Cấp ủy cấp trên').fill(superior);
    await this.page.getByLabel('Địa danh').fill(place);
    await this.page.getByLabel('Nơi lưu tệp sổ').fill(join(this.window.folder, file));
    await this.button('Tạo sổ').click();
    await this.button('Đóng sổ').waitFor();
  }

  async createCell(name: string, day: number, kind: string, parent: string): Promise<void> {
    await this.window.goTo('/organisations');
    await this.button('Tạo chi bộ, đảng bộ').click();
    await this.pick(/^Cấp trên/, parent);
    await this.dialog().getByLabel('Tên', { exact: false }).first().fill(name);
    await this.dialog().getByLabel('Từ ngày').fill('1/12/2024');
    await this.dialog().getByLabel('Ngày sinh hoạt').fill(String(day));
    await this.dialog().getByLabel('Loại hình').selectOption({ label: kind });
    await this.submit('Tạo');
  }

  async loadRegulation(place: RegExp): Promise<void> {
    await this.window.goTo('/officials');
    await this.view('Quy định');
    await this.button('Nạp mẫu…').first().click();
    await this.dialog().getByLabel(place).check();
    await this.submit('Nạp mẫu');
    await this.view('Theo cán bộ');
  }

  async view(name: string): Promise<void> {
    await this.page.getByRole('radiogroup', { name: 'Cách xem' }).getByText(name, { exact: true }).click();
  }

  async addOfficial(name: string, title: string, group: string): Promise<void> {
    await this.window.goTo('/officials');
    await this.button('Thêm cán bộ').click();
    await this.dialog().getByLabel('Họ và tên').fill(name);
    await this.dialog()
      .getByRole('textbox', { name: /^Chức danh/u })
      .fill(title);
    await this.dialog()
      .getByLabel(/^Nhóm chức danh/u)
      .selectOption(group);
    await this.dialog().getByLabel('Từ ngày').first().fill('1/1/2025');
    await this.page.keyboard.press('Control+s');
    await this.dialog().waitFor({ state: 'detached' });
  }

  async assign(official: string, target: string, from = '1/1/2025', role = 'Dự sinh hoạt'): Promise<void> {
    await this.window.goTo('/officials');
    await this.view('Phân công theo chi bộ');
    await this.button('Phân công…').click();
    await this.pick(/^Cán bộ:/u, official);
    await this.pick(/^Chi bộ, đảng bộ/u, target);
    await this.dialog().getByLabel('Vai trò').selectOption({ label: role });
    await this.dialog().getByLabel('Từ ngày').fill(from);
    await this.dialog().getByLabel('Số, ký hiệu').fill('01-QĐ/ĐU');
    await this.dialog().getByLabel('Ngày ký').fill('2/1/2025');
    await this.submit('Phân công');
    await this.view('Theo cán bộ');
  }

  /** `Tháng 7/2025`, `Quý I/2025`, `Năm 2025` */
  async period(label: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Kỳ: /u }).click();
    const choices = this.page.locator('.period-choices');
    const choice = choices.getByRole('button', { name: label, exact: true });
    await choices.getByText('Năm', { exact: true }).waitFor();
    for (let year = 0; year < 3 && !(await choice.isVisible()); year += 1) {
      await choices.getByRole('button', { name: 'Năm trước' }).click();
    }
    await choice.click();
    await this.page.getByRole('button', { name: `Kỳ: ${label}` }).waitFor();
  }

  /** Pastes the month's totals, a line a cell in the order of the sheet, as copied from Excel; Ctrl+S. */
  async pasteTotals(month: number, lines: readonly (MonthOfCell | string | null)[]): Promise<void> {
    await this.period(`Tháng ${month}/2025`);
    await this.window.goTo('/meetings/entry');
    const sheet = this.page.locator('.entry-grid');
    await sheet.waitFor();
    const text = lines.map((line) => cellsOf(line).join('\t')).join('\n');
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await sheet.locator('input').first().click();
    await this.page.keyboard.press('Control+v');
    await this.page.keyboard.press('Control+s');
    await this.page.getByText(/^Đã ghi số liệu/u).waitFor();
    await this.button('Đóng thông báo').click();
  }

  /** Opens the meeting of a month from the list of the year. */
  async openMeeting(cell: string, month: number): Promise<void> {
    await this.period(`Tháng ${month}/2025`);
    await this.window.goTo('/meetings');
    await this.grid('Sinh hoạt chi bộ').getByText(cell).first().dblclick();
    await this.page.getByRole('navigation', { name: 'Các bước' }).waitFor();
  }

  async recordVisit(official: string, cell: string, month: number, inPlaceOf?: string): Promise<void> {
    await this.openMeeting(cell, month);
    await this.page.getByRole('navigation', { name: 'Các bước' }).getByText('Mở đầu').click();
    await this.button('Ghi cấp trên dự').click();
    await this.pick(/^Cán bộ dự/u, official);
    if (inPlaceOf) await this.pick(/^Dự thay cho/u, inPlaceOf);
    await this.submit('Ghi');
    await this.page.getByRole('region', { name: 'Cấp trên dự' }).getByText(official).first().waitFor();
  }

  async plan(official: string, cell: string, date: string): Promise<void> {
    await this.window.goTo('/schedule');
    await this.button('Lập lịch dự').click();
    await this.pick(/^Cán bộ/u, official);
    await this.pick(/^Chi bộ/u, cell);
    await this.dialog().getByLabel('Ngày dự').fill(date);
    await this.submit('Ghi vào lịch');
  }

  /** Marks the one plan of an official in the month that is shown as missed. */
  async missed(month: number, official: string, reason: string): Promise<void> {
    await this.period(`Tháng ${month}/2025`);
    await this.window.goTo('/schedule');
    await this.page.locator('.plan-chip').filter({ hasText: official }).first().click();
    await this.dialog().getByLabel('Việc cần ghi').selectOption('Vắng');
    await this.dialog().getByLabel('Lý do').selectOption(reason);
    await this.submit('Ghi');
  }
}

/** A line of the sheet: date, times, kind, total, exempt, due, present, excused, unexcused, theme, score, grade, reason. */
function cellsOf(line: MonthOfCell | string | null): string[] {
  if (line === null || typeof line === 'string') return [...Array.from({ length: 13 }, () => ''), line ?? ''];
  return [
    line.date.split('-').reverse().join('/'),
    line.started_at,
    line.ended_at,
    line.kind === 'regular' ? 'TK' : 'KH',
    '',
    '',
    String(line.due),
    String(line.present),
    String(line.absent_excused),
    String(line.absent_unexcused),
    '',
    line.score === null ? '' : String(line.score),
    line.grade === null ? '' : gradeWords[line.grade],
    '',
  ];
}
