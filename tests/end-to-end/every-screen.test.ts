import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { furtherScreens, places } from '../../renderer/app/places.ts';
import { violationsOf } from '../support/axe.ts';
import { type ClerkWindow, openClerkWindow } from '../support/clerk-window.ts';
import { cutOff } from '../support/cut-off.ts';
import { type FullDistrict, fullDistrict } from '../support/full-district.ts';
import { requireTool } from '../support/requirements.ts';

type Ids = FullDistrict['ids'] & Readonly<Record<'frozen', string>>;
type Screen = { name: string; open: (ids: Ids) => string; onlyFull?: true };

/** Every route of the window, as Routes.tsx writes it, and what is opened there. `onlyFull`: needs a record. */
const screens: Readonly<Record<string, readonly Screen[]>> = {
  '/today': [{ name: 'today', open: () => '/today' }],
  '/organisations/convert': [{ name: 'convert', open: () => '/organisations/convert' }],
  '/organisations/:id?': [
    { name: 'organisations', open: () => '/organisations' },
    { name: 'organisation', open: ({ organisation }) => `/organisations/${organisation}`, onlyFull: true },
  ],
  '/members/new': [{ name: 'member-new', open: () => '/members/new' }],
  '/members/:id/page': [{ name: 'member-page', open: ({ member }) => `/members/${member}/page`, onlyFull: true }],
  '/members/:id?': [
    { name: 'members', open: () => '/members' },
    { name: 'member', open: ({ member }) => `/members/${member}`, onlyFull: true },
  ],
  '/officials/:id?': [
    { name: 'officials', open: () => '/officials' },
    { name: 'official', open: ({ official }) => `/officials/${official}`, onlyFull: true },
  ],
  '/schedule': [{ name: 'schedule', open: () => '/schedule' }],
  '/schedule/proposal': [{ name: 'proposal', open: () => '/schedule/proposal' }],
  '/schedule/reports/:id': [
    { name: 'visit-report', open: ({ visit }) => `/schedule/reports/${visit}`, onlyFull: true },
  ],
  '/meetings': [{ name: 'meetings', open: () => '/meetings' }],
  '/meetings/entry': [{ name: 'meeting-counts', open: () => '/meetings/entry' }],
  '/meetings/absences': [{ name: 'absences', open: () => '/meetings/absences' }],
  '/meetings/:id': [{ name: 'meeting', open: ({ meeting }) => `/meetings/${meeting}`, onlyFull: true }],
  '/petitions/:id?': [
    { name: 'petitions', open: () => '/petitions' },
    { name: 'petition', open: ({ petition }) => `/petitions/${petition}`, onlyFull: true },
  ],
  '/remarks': [{ name: 'remarks', open: () => '/remarks' }],
  '/themes': [{ name: 'themes', open: () => '/themes' }],
  '/scoring': [{ name: 'scoring', open: () => '/scoring' }],
  '/scoring/grades': [{ name: 'grades', open: () => '/scoring/grades' }],
  '/scoring/sheet/:id': [{ name: 'sheet', open: ({ sheet }) => `/scoring/sheet/${sheet}`, onlyFull: true }],
  '/reports': [{ name: 'reports', open: () => '/reports' }],
  '/reports/:code': [
    ...['BC-02', 'BC-04', 'BC-05', 'BC-07', 'BC-08', 'BC-13'].map((code) => ({
      name: code,
      open: () => `/reports/${code}`,
    })),
  ],
  '/reports/:code/layout': [{ name: 'layout', open: () => '/reports/BC-05/layout' }],
  '/reports/frozen': [{ name: 'frozen', open: () => '/reports/frozen' }],
  '/reports/frozen/:id': [{ name: 'frozen-report', open: ({ frozen }) => `/reports/frozen/${frozen}`, onlyFull: true }],
  '/documents': [{ name: 'documents', open: () => '/documents' }],
  '/documents/folder': [{ name: 'folder', open: () => '/documents/folder' }],
  '/documents/register': [{ name: 'register', open: () => '/documents/register' }],
  '/documents/:code/:about': [{ name: 'document', open: () => '/documents/thong-bao-lich/period=2024-07' }],
  '/imports': [{ name: 'imports', open: () => '/imports' }],
  '/imports/forms': [{ name: 'collecting', open: () => '/imports/forms' }],
  '/imports/packages': [{ name: 'packages', open: () => '/imports/packages' }],
  '/history': [{ name: 'history', open: () => '/history' }],
  '/help/:page?': [{ name: 'help', open: () => '/help' }],
  '/settings/:part?': [{ name: 'settings', open: () => '/settings' }],
};

/** The dialogs a clerk meets most: the screen, the part of it, and the button that opens it. */
const dialogs: readonly { name: string; at: (ids: Ids) => string; view?: string; button: string | RegExp }[] = [
  { name: 'search', at: () => '/today', button: /Ctrl\+K/ },
  { name: 'organisation', at: () => '/organisations', button: /^Tạo chi bộ, đảng bộ/ },
  { name: 'merge', at: ({ organisation }) => `/organisations/${organisation}`, button: 'Sáp nhập' },
  { name: 'split', at: ({ organisation }) => `/organisations/${organisation}`, button: 'Chia tách' },
  { name: 'member-event', at: ({ member }) => `/members/${member}/page`, button: 'Ghi biến động' },
  { name: 'official', at: () => '/officials', button: 'Thêm cán bộ' },
  { name: 'assign', at: ({ official }) => `/officials/${official}`, button: 'Phân công…' },
  { name: 'team', at: () => '/officials', view: 'Tổ chỉ đạo', button: 'Lập tổ chỉ đạo' },
  { name: 'regulation-presets', at: () => '/officials', view: 'Quy định', button: 'Nạp mẫu…' },
  { name: 'plan', at: () => '/schedule', button: 'Lập lịch dự' },
  { name: 'meeting-new', at: () => '/meetings', button: 'Ghi buổi sinh hoạt mới' },
  { name: 'theme', at: () => '/themes', view: 'Danh mục', button: 'Thêm chuyên đề' },
  { name: 'petition', at: () => '/petitions', button: 'Ghi kiến nghị' },
  { name: 'issue-table', at: () => '/reports/BC-05', button: 'Ban hành' },
  { name: 'replace', at: ({ frozen }) => `/reports/frozen/${frozen}`, button: 'Thay thế' },
  { name: 'issue', at: () => '/documents/BC-09/period=2024-07', button: 'Ban hành' },
  { name: 'other-document', at: () => '/documents/register', button: 'Ghi văn bản khác' },
  { name: 'term', at: () => '/settings', view: 'Nhiệm kỳ', button: 'Thêm nhiệm kỳ' },
];

/** What a screen shows in parts: the choosers above it, the steps of a meeting, the parts of a member's file. */
const choosers = ['Cách xem', 'Phần thiết lập', 'Phần đang sửa'];
const stepLists = ['Các bước', 'Các phần hồ sơ'];
/** Their parts are seen elsewhere: beside the list without a record, or at an address of their own. */
const whole = new Set(['official', 'petition', 'member', 'reports', 'documents', 'register', 'frozen']);

it('every route of the window has its picture', () => {
  const source = readFileSync(join(import.meta.dirname, '../../renderer/app/Routes.tsx'), 'utf8');
  const routes = [...source.matchAll(/<Route path="([^"]+)"/g)].map(([, path]) => path);
  expect(Object.keys(screens).sort()).toEqual(routes.sort());
  const opened = new Set(Object.values(screens).flatMap((all) => all.map(({ open }) => open(noIds))));
  expect([...places, ...furtherScreens].filter(({ path }) => !opened.has(path))).toEqual([]);
});

const noIds: Ids = {
  organisation: '',
  member: '',
  official: '',
  visit: '',
  meeting: '',
  petition: '',
  sheet: '',
  frozen: '',
};

/** Some seventy screens with their parts, each looked at light and dark. */
const timeout = 400_000;

describe.skipIf(!requireTool('chromium'))('every screen, empty and full, in Chromium', { timeout }, () => {
  let clerk: ClerkWindow;
  let full: FullDistrict;
  let ids: Ids = noIds;
  let complaints: string[];

  beforeAll(async () => {
    full = await fullDistrict();
    clerk = await openClerkWindow();
    clerk.page.setDefaultTimeout(30_000);
  });
  afterAll(async () => {
    await clerk.close();
    full.remove();
  });

  /** A picture of what is there now; what the eye or axe finds wrong is told with the picture's name. */
  const look = async (name: string) => {
    await clerk.page.waitForFunction(() => !document.querySelector('.state-wait'));
    // Axe looks at what is full as it is at 200 %: a window of half the size, which is harder than the whole one.
    const found = [...(await cutOff(clerk.page)), ...(name.startsWith('empty') ? await clerk.look(name) : [])];
    if (!name.startsWith('empty')) {
      const size = clerk.page.viewportSize();
      await clerk.picture(name);
      await clerk.page.setViewportSize({ width: 683, height: 384 });
      found.push(...(await violationsOf(clerk.page)));
      if (size) await clerk.page.setViewportSize(size);
    }
    complaints.push(...found.map((complaint) => `${name}: ${complaint}`));
  };
  const goTo = async (path: string) => {
    await clerk.goTo(path);
    await clerk.page.waitForLoadState('networkidle');
  };
  /** The parts of the screen that is open, by the words on them. */
  const partsOf = async () => {
    const { page } = clerk;
    for (const name of choosers) {
      const labels = page.getByRole('radiogroup', { name }).locator('label');
      if ((await labels.count()) > 0) return labels.all();
    }
    for (const name of stepLists) {
      const steps = page.getByRole('navigation', { name }).getByRole('button');
      if ((await steps.count()) > 0) return steps.all();
    }
    return [];
  };
  const lookAtAll = async (kind: 'empty' | 'full', ids: Ids) => {
    for (const { name, open, onlyFull } of Object.values(screens).flat()) {
      if (onlyFull && kind === 'empty') continue;
      await goTo(open(ids));
      await look(`${kind}-${name}`);
      const [first, ...others] = whole.has(name) ? [] : await partsOf();
      for (const [index, part] of others.entries()) {
        await part.click();
        await clerk.page.waitForLoadState('networkidle');
        await look(`${kind}-${name}-${index + 2}`);
      }
      if (others.length > 0) await first?.click();
    }
  };

  it('an empty commune', async () => {
    const { page } = clerk;
    complaints = [];
    await look('empty-start');
    await page.getByLabel('Tên cấp ủy').fill('Đảng ủy xã Hướng Sơn');
    await page.getByLabel('Cấp ủy cấp trên').fill('Tỉnh ủy Quảng Trị');
    await page.getByLabel('Địa danh').fill('Hướng Sơn');
    await page.getByLabel('Nơi lưu tệp sổ').fill(join(clerk.folder, 'trong.sochibo'));
    await page.getByRole('button', { name: 'Tạo sổ' }).click();
    await page.getByText('Chọn bảng tính cần nhập').waitFor();
    await lookAtAll('empty', noIds);
    expect(complaints).toEqual([]);
  });

  it('a full district with long names', async () => {
    const { page } = clerk;
    complaints = [];
    await page.getByRole('button', { name: 'Đóng sổ' }).click();
    await page.getByLabel('Đường dẫn tệp').fill(full.path);
    await page.getByRole('button', { name: 'Mở sổ' }).click();
    await page.getByRole('button', { name: 'Đóng sổ' }).waitFor();
    const { id } = await clerk.client.frozen.freeze({
      ...{ code: 'BC-05', about: { period: '2024-07' }, number: 12, date: '2024-08-05', signer: null, earlier: null },
    });
    ids = { ...full.ids, frozen: id };
    await lookAtAll('full', ids);
    expect(complaints).toEqual([]);
  });

  it('the dialogs over it', async () => {
    const { page } = clerk;
    complaints = [];
    for (const { name, at, view, button } of dialogs) {
      await goTo(at(ids));
      if (view) await page.getByRole('radiogroup').getByText(view, { exact: true }).click();
      await page
        .getByRole('button', { name: button, exact: typeof button === 'string' })
        .first()
        .focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.waitForLoadState('networkidle');
      await look(`dialog-${name}`);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      // Who works by keys goes on where she was.
      await page.waitForFunction(() => document.activeElement !== document.body);
    }
    expect(complaints).toEqual([]);
  });

  it('the five main screens at 125 %', async () => {
    const { page } = clerk;
    complaints = [];
    await page.setViewportSize({ width: 1093, height: 614 });
    for (const name of ['today', 'members', 'schedule', 'meetings', 'BC-05']) {
      const screen = Object.values(screens)
        .flat()
        .find((one) => one.name === name);
      await goTo(screen?.open(ids) ?? '');
      await look(`zoomed-${name}`);
    }
    expect(complaints).toEqual([]);
    expect(clerk.complaints).toEqual([]);
  });
});
