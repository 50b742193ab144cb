import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClerkWindow, openClerkWindow } from '../support/clerk-window.ts';
import { importSample } from '../support/imported-office.ts';
import { nasty, unclear, writeNastyWorkbook, writeUnclearWorkbook } from '../support/nasty-workbook.ts';
import { requireTool } from '../support/requirements.ts';

const { rows } = nasty;

describe.skipIf(!requireTool('chromium'))('an import talked over with the clerk', () => {
  let clerk: ClerkWindow;
  let page: ClerkWindow['page'];
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const sheet = () => page.getByRole('grid', { name: `Trang ${nasty.sheet}` });
  const side = () => page.getByRole('complementary', { name: 'Chi tiết của trang' });
  const box = (row: number, letter: string): Locator =>
    sheet()
      .locator(`[data-row="${row}"] .clerk-box`)
      .nth(letter.charCodeAt(0) - 65);
  const outcome = (row: number) => sheet().locator(`[data-row="${row}"] .clerk-outcome`);
  const heading = (letter: string) =>
    sheet()
      .getByRole('columnheader')
      .nth(letter.charCodeAt(0) - 63);
  const choose = async (name: string) => {
    await page.getByLabel('Tìm trong danh sách').fill(name);
    await page.getByRole('option', { name }).first().click();
  };
  const decided = () => button('Tiếp: quyết định').and(page.locator(':enabled')).waitFor();

  const read = async (path: string) => {
    const chooser = page.waitForEvent('filechooser');
    await button('Chọn tệp…').click();
    await (await chooser).setFiles(path);
    await button('Đọc 1 tệp').click();
  };

  beforeAll(async () => {
    clerk = await openClerkWindow();
    ({ page } = clerk);
    page.setDefaultTimeout(20_000);
    const { office } = await importSample('commune-b', clerk.folder, [
      ['danh-sach-to-chuc.xlsx', 'danh-sach-dang-vien.xlsx'],
    ]);
    office.close();
    await clerk.client.office.open({ path: join(clerk.folder, 'commune-b.sochibo') });
    await page.reload();
    await clerk.goTo('/imports');
    await read(await writeNastyWorkbook(clerk.folder));
    await page.getByRole('option', { name: nasty.sheet }).waitFor();
  }, 60_000);
  afterAll(() => clerk.close());

  it('asks what a sheet is that it does not recognise, and shows the boxes that are wrong', async () => {
    await page.getByRole('option', { name: nasty.sheet }).click();
    await sheet().waitFor();
    expect(await clerk.look('wizard-unrecognised')).toEqual([]);
    await button('Trang này là').click();
    await page.getByLabel('Tìm trong danh sách').fill('danh sach dang vien');
    await page.getByRole('option', { name: 'Danh sách đảng viên', exact: true }).click();
    await outcome(rows.first).getByText('mới').waitFor();
    await expect.poll(() => box(rows.impossibleDate, 'C').getAttribute('data-mark')).toBe('error');
    await expect.poll(() => outcome(rows.namesake).textContent()).toContain('cần chọn');
    await expect.poll(() => outcome(rows.total).textContent()).toContain('không đọc');
    // TCVN3 is read by the font, and its texts stand beside what they were.
    await expect.poll(() => box(rows.first, 'F').textContent()).toBe('Hà Nội');
    expect(await clerk.look('wizard-sheet')).toEqual([]);
  });

  it('takes a heading nobody knows for what the clerk says, by mouse and by keys', async () => {
    await heading('I').click();
    await side().getByRole('button', { name: 'Số thẻ ĐV', exact: true }).dragTo(heading('I'));
    await heading('I').getByRole('button', { name: 'Số thẻ ĐV' }).waitFor();
    await decided();
    await sheet().press('Control+z');
    await heading('I').getByRole('button', { name: 'không nhập' }).waitFor();
    await sheet().press('F4');
    await page.keyboard.type('so the');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await heading('I').getByRole('button', { name: 'Số thẻ ĐV' }).waitFor();
    expect(await clerk.look('wizard-heading')).toEqual([]);
  });

  it('reads letters and dates of a column as the clerk says', async () => {
    await heading('F').click();
    await side().getByRole('cell', { name: 'Qu¶ng TrÞ' }).waitFor();
    await expect.poll(() => side().getByRole('cell', { name: 'Quảng Trị' }).count()).toBe(1);
    expect(await clerk.look('wizard-letters')).toEqual([]);
    await heading('E').click();
    await expect.poll(() => box(rows.first, 'E').textContent()).toContain('03/02/2022');
    await button('Đổi chỗ ngày và tháng').click();
    await box(rows.first, 'E').getByText('02/03/2022').waitFor();
    await decided();
  });

  it('goes to a problem and puts it right in place; Esc leaves a box, Ctrl+Z takes back', async () => {
    await page.getByRole('grid', { name: 'Vấn đề của bảng tính' }).getByText('31/02/1985').first().dblclick();
    await box(rows.impossibleDate, 'C').and(page.locator('[data-cursor]')).waitFor();
    await sheet().press('F2');
    const input = page.getByLabel(`Sửa ô C${rows.impossibleDate}`);
    await input.fill('29/02/1985');
    await input.press('Escape');
    await expect.poll(() => box(rows.impossibleDate, 'C').textContent()).toContain('31/02/1985');
    await page.keyboard.type('28/02/1985');
    expect(await clerk.look('wizard-editing')).toEqual([]);
    await page.keyboard.press('Enter');
    const edited = box(rows.impossibleDate, 'C').and(page.locator('[data-edited]:not([data-mark])'));
    await edited.waitFor();
    await decided();
    await page.keyboard.press('Control+z');
    await edited.waitFor({ state: 'detached' });
    await decided();
    await page.keyboard.press('Control+y');
    await edited.waitFor();
    await decided();
  });

  it('says once what an unknown word of a code list stands for', async () => {
    await button(/^Giá trị chưa có trong danh mục 1$/).click();
    await button(/^"CC nghề 6 tháng" là/).click();
    await choose('Công nhân kỹ thuật');
    await button(/^"CC nghề 6 tháng" là: Công nhân kỹ thuật/u).waitFor();
    await decided();
    expect(await clerk.look('wizard-values')).toEqual([]);
  });

  it('chooses for a doubtful row who it is, and leaves a sheet out', async () => {
    await box(rows.namesake, 'B').click();
    await side().getByRole('heading', { name: 'Có thể là' }).waitFor();
    expect(await clerk.look('wizard-row')).toEqual([]);
    await side().getByRole('button', { name: 'Cập nhật người này' }).first().click();
    await outcome(rows.namesake).getByText('đổi').waitFor();
    await page.getByRole('option', { name: nasty.oldSheet }).click();
    await side().getByText('Trang', { exact: true }).click();
    await button(/^Trang này là/).click();
    await page.getByRole('option', { name: 'Không nhập trang này' }).click();
    await page.getByRole('option', { name: `${nasty.oldSheet} Không nhập` }).waitFor();
    await decided();
    expect(await clerk.look('wizard-left-out')).toEqual([]);
  });

  it('keeps what was decided while the clerk looks elsewhere', async () => {
    await clerk.goTo('/members');
    await page.getByRole('grid', { name: 'Đảng viên' }).waitFor();
    await clerk.goTo('/imports');
    await page.getByRole('option', { name: `${nasty.oldSheet} Không nhập` }).waitFor();
  });

  it('stops the writing when told to, and nothing has changed', async () => {
    await button('Tiếp: quyết định').click();
    // As long as a clerk may have to wait.
    const letGo = clerk.holdWork('Sao lưu sổ', { step: 'Sao lưu', done: 0, of: 1 });
    await button('Ghi vào sổ').click();
    await page.getByText('Chờ việc trước xong').waitFor();
    expect(await clerk.look('wizard-writing')).toEqual([]);
    await button('Dừng').click();
    await page.getByText('Đã dừng. Chưa có gì được ghi vào sổ.').waitFor();
    await letGo();
    await button('Xem lại nhận dạng').click();
  });

  it('writes what was decided, to the letter', async () => {
    await button('Tiếp: quyết định').click();
    await page.getByText('1 ô sửa').waitFor();
    await page.getByText('2 chi bộ thay đổi').click();
    expect(await clerk.look('wizard-decision')).toEqual([]);
    await button('Ghi vào sổ').click();
    await page.getByRole('heading', { name: 'Đã ghi vào sổ' }).waitFor();
    expect(await clerk.look('wizard-result')).toEqual([]);
    const found = await clerk.client.members.list({ as_of: '2025-01-15' });
    const of = (name: string) => found.filter(({ full_name }) => full_name === name);
    expect(of('Lò Văn Pím')).toEqual([
      expect.objectContaining({ birth_date: '1985-02-28', admission_date: '2022-09-05', old_card_no: '70000002' }),
    ]);
    expect(of('Quách Thị Sương')[0]).toMatchObject({ professional_education: '1', gender: 'female' });
    expect([of('Lương Mạnh Quang').length, of('Người Đã Chuyển').length, found.length]).toEqual([1, 0, 161 + 7]);
  });

  it('shows what it has learnt, and forgets it when told to', async () => {
    await button('Nhập tiếp').click();
    await page.getByText(/^Đã ghi nhớ từ các lần nhập/).click();
    const learnt = page.getByRole('listitem').filter({ hasText: 'CC nghề 6 tháng' });
    await learnt.waitFor();
    expect(await clerk.look('wizard-learnt')).toEqual([]);
    await learnt.getByRole('button', { name: /^Quên/ }).click();
    await learnt.waitFor({ state: 'detached' });
  });

  it('opens an import to what was found and decided', async () => {
    const run = page.getByRole('button', { name: nasty.file, exact: true });
    await run.click();
    await page.getByText(/^Đã quyết định khi nhập: 1 trang không nhập, .*1 ô sửa, 1 dòng chọn/u).waitFor();
    await page.getByRole('grid', { name: `Vấn đề của lần nhập ${nasty.file}` }).waitFor();
    expect(await clerk.look('wizard-run')).toEqual([]);
    await run.click();
  });

  it('shows each of several tables on a sheet, asks which of two kinds, and proposes the cell', async () => {
    await read(await writeUnclearWorkbook(clerk.folder));
    await page.getByRole('option', { name: `${unclear.twoTables} (bảng 2)` }).click();
    const second = page.getByRole('grid', { name: `Trang ${unclear.twoTables} (bảng 2)` });
    await second.locator('[data-row="7"] .clerk-box').getByText('Vì Văn Bảng Hai').waitFor();
    expect(await second.getByText('Vì Văn Bảng Một').count()).toBe(0);
    expect(await clerk.look('wizard-second-table')).toEqual([]);
    await page.getByRole('option', { name: unclear.twoKinds }).click();
    await side().getByText('Trang này có thể là “').waitFor();
    expect(await clerk.look('wizard-two-kinds')).toEqual([]);
    await button(/^Trang này là/u).click();
    await choose('Ý kiến, kiến nghị');
    await page.getByRole('option', { name: `${unclear.twoKinds} Ý kiến, kiến nghị 1 mới` }).waitFor();
    await page.getByRole('option', { name: unclear.ofCell }).click();
    await side().getByText('Trang', { exact: true }).click();
    await side().getByText('Theo tên trang hoặc các dòng đầu trang.').waitFor();
    expect(await clerk.look('wizard-unit')).toEqual([]);
    // The one refusal is the answer of the writing that was stopped.
    expect(clerk.complaints).toEqual([expect.stringContaining('422')]);
  });
});
