import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { holderOf, whyNotWritten } from '../../../electron/main/file-holder.ts';
import { fitFileName, freeName } from '../../../electron/main/file-names.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'sochibo-names-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

describe('a name proposed for a file', () => {
  it.each([
    ['Biên bản 7/2024.pdf', 'Biên bản 7-2024.pdf'],
    ['CON.pdf', '_CON.pdf'],
    ['con.2024.pdf', '_con.2024.pdf'],
    ['Báo cáo.. .pdf', 'Báo cáo.pdf'],
    ['..\\..\\a:b*c?.pdf', '-..-a-b-c-.pdf'],
    ['dòng\u0000một\nhai.pdf', 'dòng-một-hai.pdf'],
    ['Biên bản'.normalize('NFD'), 'Biên bản'],
    ['', 'Văn bản'],
  ])('%j is %j', (given, fit) => expect(fitFileName(given)).toBe(fit));

  it('leaves room for its folder in the 260 characters of Windows', () => {
    expect(fitFileName(`${'ạ'.repeat(400)}.pdf`)).toHaveLength(120);
  });

  it('is the first that is free beside a held one', () => {
    const here = folder();
    writeFileSync(join(here, 'a (2).docx'), '');
    expect(freeName(join(here, 'a.docx'))).toBe(join(here, 'a (3).docx'));
  });
});

describe('who holds a file', () => {
  it.each([
    ['Báo cáo tháng 7.docx', '~$o cáo tháng 7.docx', 'Word'],
    ['Bao cao.docx', '~$ao cao.docx', 'Word'],
    ['B.docx', '~$B.docx', 'Word'],
    ['BC-05.xlsx', '~$BC-05.xlsx', 'Excel'],
    ['Biên bản.pdf', '.~lock.Biên bản.pdf#', 'LibreOffice'],
    ['Biên bản.pdf', '~$ên bản.pdf', null],
    ['BC-05.xlsx', '~$BC-06.xlsx', null],
  ])('%s beside %s: %s', (name, sign, holder) => {
    const here = folder();
    writeFileSync(join(here, sign), '');
    expect(holderOf(join(here, name))).toBe(holder);
  });

  it('is in the words of the refusal, with what else may stand in the way', () => {
    const here = folder();
    writeFileSync(join(here, '~$BC-05.xlsx'), '');
    const say = (file: string, code: string) =>
      whyNotWritten(join(here, file), Object.assign(new Error(code), { code }));
    expect(say('BC-05.xlsx', 'EBUSY')).toBe('Không ghi được tệp BC-05.xlsx vì đang mở trong Excel.');
    expect(say('a.pdf', 'EPERM')).toContain('chương trình khác');
    expect(say('a.pdf', 'ENOSPC')).toContain('ổ đĩa đã đầy');
    expect(say('a.pdf', 'ENAMETOOLONG')).toContain('quá dài');
  });
});
