import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { guardTemplate } from '../../../electron/data/templates/guard-template.ts';
import { refusal } from '../../support/office.ts';
import { wordTemplate } from '../../support/word-template.ts';

describe('a file that is no template is refused with what it is', () => {
  const parts = (content: Buffer, change: (zip: PizZip) => void) => {
    const zip = new PizZip(content);
    change(zip);
    return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
  };
  it.each([
    ['a picture', async () => Buffer.from('\x89PNG'), 'bị hỏng hoặc không phải tệp Word'],
    [
      'a zip of something else',
      async () => parts(await wordTemplate(['x']), (zip) => zip.remove('word/document.xml')),
      'không phải tệp Word .docx',
    ],
    ['macros', async () => parts(await wordTemplate(['x']), (zip) => zip.file('word/vbaProject.bin', 'x')), 'có macro'],
    [
      'content from elsewhere',
      async () =>
        parts(await wordTemplate(['x']), (zip) =>
          zip.file(
            'word/_rels/settings.xml.rels',
            '<Relationships><Relationship Id="a" Type="http://x/attachedTemplate" Target="http://x/y" TargetMode="External"/></Relationships>',
          ),
        ),
      'liên kết',
    ],
    [
      'a bomb',
      async () => parts(await wordTemplate(['x']), (zip) => zip.file('word/media/a.txt', ' '.repeat(60_000_000))),
      'bung ra quá lớn',
    ],
  ])('%s', async (_, make, words) => {
    const refused = await refusal(guardTemplate(await make(), 'thử.docx'));
    expect(refused.message).toContain(words);
  });
});
