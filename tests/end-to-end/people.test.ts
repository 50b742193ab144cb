import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClerkWindow } from '../support/clerk-window.ts';
import { emptyMemberForm, eventOf } from '../support/member-forms.ts';
import { requireTool } from '../support/requirements.ts';
import { openSampleWindow } from '../support/sample-window.ts';

describe.skipIf(!requireTool('chromium'))('people, record history and what leaves the office, in Chromium', () => {
  let clerk: ClerkWindow;
  let page: Page;

  beforeAll(async () => {
    clerk = await openSampleWindow();
    page = clerk.page;
  });
  afterAll(() => clerk.close());

  const foot = () => page.getByRole('contentinfo');

  it('covers identity numbers until they are asked for', async () => {
    const cells = await clerk.client.organisations.list({ all: false });
    const cell = cells.find(({ kind }) => kind === 'cell');
    const { id } = await clerk.client.members.create({
      form: {
        ...emptyMemberForm,
        full_name: 'Lê Văn Ba',
        gender: 'male',
        birth_date: '1980',
        personal_id: '045080001234',
      },
      event: eventOf('CHUYEN_DEN', {
        date: '2024-03-01',
        to_cell_id: cell?.id ?? null,
        place: 'Xã bên',
        standing: 'full',
      }),
    });
    const { form } = await clerk.client.members.dossier({ id });
    expect(form.personal_id).toBe('0450*****234');
    await clerk.client.members.save({ id, form: { ...form, phone: '0912345678' } });
    await clerk.goTo(`/members/${id}`);
    await page.getByText('0450*****234').first().waitFor();
    await page.getByRole('button', { name: 'Xem ai đã sửa gì' }).click();
    await page.getByText(/Điện thoại: .*0912345678/u).waitFor();
    await page.locator('.record-history').getByText('Thêm đảng viên').waitFor();
    await page.getByRole('button', { name: 'Ẩn lịch sử' }).scrollIntoViewIfNeeded();
    expect(await clerk.look('people-record-history')).toEqual([]);
    await foot().getByRole('button', { name: 'Hiện số trong 5 phút' }).click();
    await foot().getByRole('button', { name: 'Che số định danh' }).waitFor();
  });

  it('adds the first person, who administers the office, and another with less', async () => {
    await clerk.goTo('/settings/people');
    await page.getByText('Chưa có người dùng nào').waitFor();
    expect(await clerk.look('people-none')).toEqual([]);
    for (const [name, role] of [
      ['Trần Thị Quản', 'administer'],
      ['Nguyễn Thị Nhập', 'view'],
    ] as const) {
      await page.getByRole('button', { name: 'Thêm người dùng' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Họ và tên').fill(name);
      await dialog.getByLabel('Quyền').selectOption(role);
      if (role === 'view') {
        await dialog.getByLabel('Phạm vi').click();
        await page
          .getByRole('option', { name: /Chi bộ/u })
          .first()
          .click();
      }
      if (role === 'view') expect(await clerk.look('people-dialog')).toEqual([]);
      await dialog.getByRole('button', { name: 'Lưu' }).click();
      await page.getByRole('grid', { name: 'Người dùng' }).getByText(name).waitFor();
    }
    await foot().getByText('Trần Thị Quản (quản trị)').waitFor();
    await page.getByLabel('Che số định danh trên màn hình và tệp xuất').waitFor();
    expect(await clerk.look('people-list')).toEqual([]);
  });

  it('shows what has left the office', async () => {
    await clerk.client.backups.make();
    await clerk.goTo('/settings/leaving');
    await page.getByRole('grid', { name: 'Nhật ký xuất' }).getByText('Hiện số định danh trên màn hình').waitFor();
    expect(await clerk.look('people-leaving')).toEqual([]);
  });

  it('asks who works when the office is opened again, and refuses in words what the role may not do', async () => {
    const path = (await clerk.client.office.current({}))?.path ?? '';
    await clerk.client.office.close();
    await clerk.client.office.open({ path });
    await page.reload();
    await page.getByRole('heading', { name: 'Ai đang làm việc?' }).waitFor();
    expect(await clerk.look('people-choose')).toEqual([]);
    await page.getByRole('button', { name: 'Nguyễn Thị Nhập' }).click();
    await foot()
      .getByText(/Nguyễn Thị Nhập \(xem\) · phạm vi /u)
      .waitFor();
    await clerk.goTo('/members');
    const add = page.getByRole('button', { name: 'Thêm đảng viên' });
    await add.and(page.getByTitle(/Việc này cần quyền nhập liệu/u)).waitFor();
    await expect.poll(() => add.isDisabled()).toBe(true);
    await clerk.goTo('/settings/people');
    await page.getByText(/Việc này cần quyền quản trị/u).waitFor();
    expect(await clerk.look('people-refused')).toEqual([]);
  });

  it('somebody with a part of the office has its reports, of their unit, and is offered nothing that is refused', async () => {
    await clerk.goTo('/reports');
    const grid = page.getByRole('grid', { name: 'Báo cáo' });
    await grid.getByText('BC-05').waitFor();
    expect(await grid.getByText('BC-02').count()).toBe(0);
    await expect.poll(() => page.getByRole('radio', { name: 'Văn bản', exact: true }).isDisabled()).toBe(true);
    expect(await clerk.look('people-part-reports')).toEqual([]);
    await clerk.goTo('/reports/BC-05');
    const scope = (await clerk.client.people.who()).user?.scope ?? '';
    await page.getByRole('button', { name: `Tổ chức đảng: ${scope}` }).waitFor();
    expect(await clerk.look('people-part-report')).toEqual([]);
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'Tìm' });
    await palette.getByRole('combobox').fill('van ban');
    // Of pages of the help there are some.
    await palette
      .getByRole('option', { name: /Trợ giúp$/u })
      .first()
      .waitFor();
    expect(await palette.getByRole('option', { name: /(?:Mục|Việc|Văn bản)$/u }).allTextContents()).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('throws nothing on the way', () => {
    expect(clerk.complaints.filter((line) => !line.includes('422'))).toEqual([]);
  });
});
