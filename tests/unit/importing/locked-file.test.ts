import { expect, test, vi } from 'vitest';
import { guardFile } from '../../../electron/data/importing/workbook/workbook-guard.ts';

// Windows answers so while Excel has the file open; a test cannot lock a file everywhere it runs.
const busy = Object.assign(new Error('resource busy or locked'), { code: 'EBUSY' });
vi.mock('node:fs/promises', () => ({
  stat: async () => ({ size: 9 }),
  open: () => Promise.reject(busy),
  readFile: vi.fn(),
}));

test('14g a file that is open in Excel is refused in words', async () => {
  await expect(guardFile('a.xlsx', 'a.xlsx')).rejects.toMatchObject({
    code: 'workbook_unreadable',
    message: expect.stringMatching(/đang mở trong Excel.*Đóng tệp/u),
  });
});
