import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClerkWindow, openClerkWindow } from '../support/clerk-window.ts';
import { requireTool } from '../support/requirements.ts';
import type { Truth } from '../support/truth.ts';
import { truthOffice } from '../support/truth-office.ts';
import { addTruthPetitions } from '../support/truth-petitions.ts';

/** A meeting with one visitor from above, in the cell with the longest name. */
function meetingWithVisitor({ meetings, visits, organisations }: Truth) {
  const nameOf = new Map(organisations.map(({ code, name }) => [code, name]));
  const nameLength = (cell: string) => nameOf.get(cell)?.length ?? 0;
  const [longest] = meetings
    .filter(
      ({ id, held, date }) => held && date !== null && visits.filter(({ meeting }) => meeting === id).length === 1,
    )
    .sort((a, b) => nameLength(b.cell) - nameLength(a.cell));
  if (!longest?.date) throw new Error('no meeting with one visitor');
  return { id: longest.id, cell: nameOf.get(longest.cell) ?? '', year: longest.date.slice(0, 4) };
}

describe.skipIf(!requireTool('chromium'))('petitions and yearly remarks, in Chromium', () => {
  let clerk: ClerkWindow;
  let page: Page;
  let officePath: string;
  let meeting: ReturnType<typeof meetingWithVisitor>;
  let remove: () => void;

  beforeAll(async () => {
    const made = await truthOffice('district-a');
    await addTruthPetitions(made);
    meeting = meetingWithVisitor(made.truth);
    officePath = made.office.path;
    made.office.close();
    remove = made.remove;
    clerk = await openClerkWindow();
    page = clerk.page;
  }, 120_000);
  afterAll(async () => {
    await clerk.close();
    remove();
  });

  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  const dialog = () => page.getByRole('dialog');
  const inDialog = (name: string) => dialog().getByRole('button', { name, exact: true });
  const pane = () => page.getByRole('complementary');
  const petition = 'Đề nghị làm đường bê tông liên thôn qua suối';
  let code = '';

  it('says what would fill empty lists', async () => {
    await page.getByLabel('Tên cấp ủy').fill('Huyện ủy Khe Sơn');
    await page.getByLabel('Cấp ủy cấp trên').fill('Tỉnh ủy Quảng Trị');
    await page.getByLabel('Địa danh').fill('Khe Sơn');
    await page.getByLabel('Nơi lưu tệp sổ').fill(join(clerk.folder, 'trong.sochibo'));
    await button('Tạo sổ').click();
    await page.getByText('Chọn bảng tính cần nhập').waitFor();
    await clerk.goTo('/petitions');
    await page.getByText('Chưa có ý kiến, kiến nghị nào').waitFor();
    expect(await clerk.look('petitions-empty')).toEqual([]);
    await page.getByText('Đơn vị giải quyết').click();
    await page.getByText('Chưa có đơn vị giải quyết nào').waitFor();
    await button('Thêm các đơn vị thường dùng').click();
    await page.getByRole('grid', { name: 'Đơn vị giải quyết' }).getByText('30/06/2025').first().waitFor();
    expect(await clerk.look('handling-bodies')).toEqual([]);
    await clerk.goTo('/remarks');
    await page.getByText('chưa có cán bộ nào theo dõi').waitFor();
    expect(await clerk.look('remarks-empty')).toEqual([]);
    await button('Đóng sổ').click();
    await page.getByLabel('Đường dẫn tệp').fill(officePath);
    await button('Mở sổ').click();
    await button('Đóng sổ').waitFor();
  });

  it('writes a petition down at the meeting where it was raised', async () => {
    await clerk.goTo(`/meetings/${meeting.id}`);
    await page.getByRole('navigation', { name: 'Các bước' }).getByText('Thảo luận').click();
    await button('Ghi kiến nghị').click();
    await dialog().getByLabel('Nội dung').fill(petition);
    await dialog().getByLabel('Lĩnh vực').selectOption({ label: 'Giao thông' });
    await dialog().getByLabel('Thẩm quyền').selectOption({ label: 'Huyện' });
    expect(await clerk.look('petition-form')).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog().getByText('Có thay đổi chưa lưu').waitFor();
    await inDialog('Ở lại').click();
    await dialog().getByLabel('Nội dung').press('Control+s');
    const listed = page.getByRole('region', { name: 'Ý kiến, kiến nghị của buổi này' });
    await listed.getByText(petition).waitFor();
    code = (await listed.getByRole('link').first().textContent()) ?? '';
    expect(code).toBe(`KN-${meeting.year}-001`);
    expect(await clerk.look('meeting-petitions')).toEqual([]);
    await listed.getByRole('link', { name: code }).click();
    await pane().getByRole('heading', { name: code }).waitFor();
  });

  it('R39 passes it on to a body of that day; one that has ended is not offered later', async () => {
    await page.keyboard.press('Escape');
    await page.getByText('Đơn vị giải quyết').click();
    const bodies = page.getByRole('grid', { name: 'Đơn vị giải quyết' });
    await bodies.getByText('Phòng Kinh tế - Hạ tầng').dblclick();
    await dialog().getByLabel('Đến hết ngày').fill('30/6/2025');
    await dialog().getByLabel('Đơn vị kế thừa').click();
    await page.getByRole('option', { name: 'UBND xã' }).click();
    await inDialog('Lưu').click();
    await bodies.getByText('30/06/2025').waitFor();
    await page.goBack();
    await button('Chuyển').click();
    await dialog().getByLabel('Đơn vị chủ trì').click();
    await page.getByRole('option', { name: 'UBND xã' }).waitFor();
    expect(await page.getByRole('option', { name: /Phòng Kinh tế/ }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await dialog().getByLabel('Ngày chuyển').fill(`30/12/${meeting.year}`);
    await dialog().getByLabel('Đơn vị chủ trì').click();
    await page.getByRole('option', { name: /Phòng Kinh tế - Hạ tầng/ }).click();
    await expect.poll(() => dialog().getByLabel('Hạn trả lời').inputValue()).toBe(`19/01/${Number(meeting.year) + 1}`);
    await dialog().getByLabel('Văn bản chuyển (số)').fill('125-CV/HU');
    expect(await clerk.look('petition-forward')).toEqual([]);
    await inDialog('Chuyển').click();
    await pane().getByText('Quá hạn trả lời').waitFor();
    expect(await clerk.look('petition-overdue')).toEqual([]);
  });

  it('is in the list of the overdue until it is answered, then in that of the not told', async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('radiogroup', { name: 'Cách xem' }).getByText('Kiến nghị').click();
    const list = page.getByRole('grid', { name: 'Ý kiến, kiến nghị' });
    await page.getByTitle('Chỉ xem: quá hạn').click();
    await list.getByText(code).waitFor();
    expect(await clerk.look('petitions')).toEqual([]);
    await list.getByText(code).dblclick();
    await button('Ghi trả lời').click();
    await dialog().getByLabel('Ngày trả lời').fill(`31/12/${meeting.year}`);
    await dialog().getByLabel('Văn bản trả lời (số)').fill('45/UBND-KT');
    await dialog().getByLabel('Kết quả').fill('Bố trí vốn năm sau');
    await inDialog('Ghi trả lời').click();
    await pane().getByText('Đã trả lời, chưa báo lại chi bộ').waitFor();
    await page.getByTitle('Chỉ xem: chưa báo lại chi bộ').click();
    await list.getByText(code).waitFor();
    await button('Báo lại chi bộ').click();
    await dialog().getByLabel('Ngày báo lại').fill(`30/12/${meeting.year}`);
    await inDialog('Báo lại chi bộ').click();
    await dialog().getByText('trước ngày trả lời').waitFor();
    await dialog()
      .getByLabel('Ngày báo lại')
      .fill(`3/1/${Number(meeting.year) + 1}`);
    await inDialog('Báo lại chi bộ').click();
    await pane().getByText('Đã báo lại chi bộ').waitFor();
    expect(await clerk.look('petition-told')).toEqual([]);
  });

  it('R37 proposes the matter when it is raised again, and links the two', async () => {
    await clerk.goTo('/petitions');
    await page.keyboard.press('Control+n');
    await dialog().getByLabel('Chi bộ').click();
    await page.getByLabel('Tìm trong danh sách').fill(meeting.cell);
    await page.getByRole('option', { name: meeting.cell }).first().click();
    await dialog().getByLabel('Nội dung').fill('lam duong be tong qua suoi');
    await dialog().getByText(petition).click();
    expect(await clerk.look('petition-again')).toEqual([]);
    await inDialog('Ghi vào sổ').click();
    await pane().getByText('Cùng một việc, 2 lần nêu').waitFor();
    await button('Nhắc lại việc khác…').click();
    await dialog().getByLabel('Việc riêng').check();
    await inDialog('Ghi').click();
    await page.getByText(/Đã tách KN-/).waitFor();
    await button('Hoàn tác').click();
    await pane().getByText('Cùng một việc, 2 lần nêu').waitFor();
  });

  it('writes the yearly remark of a committee on its official', async () => {
    await clerk.goTo('/remarks');
    const list = page.getByRole('grid', { name: 'Nhận xét năm' });
    await list.getByText('Quá hạn, chưa gửi').first().waitFor();
    expect(await clerk.look('remarks')).toEqual([]);
    const before = Number(await page.getByTitle('Chỉ xem chưa gửi').textContent());
    await list.press('Enter');
    await dialog().getByLabel('Nắm tình hình, phổ biến chủ trương').fill('Nắm chắc tình hình địa bàn');
    await dialog().getByLabel('Mức độ').selectOption({ label: 'Hoàn thành tốt' });
    await dialog().getByLabel('Ngày gửi').fill('10/12/2024');
    expect(await clerk.look('remark')).toEqual([]);
    await inDialog('Lưu').click();
    await list.getByText('Đã gửi 10/12/2024').waitFor();
    expect(Number(await page.getByTitle('Chỉ xem chưa gửi').textContent())).toBe(before - 1);
    // The one refusal of this walk: told before it was answered.
    expect(clerk.complaints.filter((complaint) => !complaint.includes('422'))).toEqual([]);
  });
});
