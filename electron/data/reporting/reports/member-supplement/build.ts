import type { Block } from '../../../documents/model.ts';
import type { DocumentDraft, DraftBlock } from '../../document.ts';
import { sentence } from '../bc-11/wording.ts';
import { linesOf, type SupplementLine } from './lines.ts';
import type { SupplementData } from './read.ts';
import { type Section, sections } from './sections.ts';

export function supplementName(year: number, name: string): string {
  return `Phiếu bổ sung hồ sơ đảng viên năm ${year} - ${name}`;
}

/** The member signs what is declared, the committee certifies it (members handbook 1.4, end of the form). */
export function buildSupplement(data: SupplementData): DocumentDraft {
  const lines = linesOf(data);
  return {
    name: supplementName(data.year, data.member.name),
    day: data.day,
    organisationId: data.cell?.id ?? null,
    ...(data.cell === null ? { issuer: 'committee' as const } : {}),
    subject: `năm ${data.year}`,
    addressees: null,
    body: [...who(data), ...sections.flatMap((section) => sectionBlocks(section, lines))],
    recipients: [],
    annexes: [],
    signature: {
      kind: 'pair',
      left: { role: 'Chứng nhận của cấp ủy', name: null },
      right: { role: 'Người khai', name: data.member.name },
    },
    omits: ['number'],
    warnings: lines.length > 0 ? [] : [noChange(data.year)],
  };
}

const noChange = (year: number): string =>
  `Sổ không ghi thay đổi nào của đảng viên này trong năm ${year}: phiếu chỉ có các dòng để ghi tay.`;

function who({ member, cell }: SupplementData): Block[] {
  const known = (text: string) => text || '……………………';
  const line = (...pairs: (readonly [string, string])[]): Block => ({
    kind: 'paragraph',
    runs: pairs.flatMap(([label, text], index) => [
      { text: `${index === 0 ? '' : '; '}${label}: ` },
      { text: known(text), bold: label === nameLabel },
    ]),
  });
  return [
    line([nameLabel, member.name.toLocaleUpperCase('vi')]),
    line(['Sinh ngày', member.birth]),
    line(['Số lý lịch', member.dossierNo], ['số thẻ đảng viên', member.cardNo]),
    line(['Ngày vào Đảng', member.admitted], ['ngày chính thức', member.full]),
    line(['Chi bộ đang sinh hoạt', cell?.name ?? '']),
  ];
}

const nameLabel = 'Họ và tên khai sinh';

/** What the office knows of a section, and room to write: the book cannot say that nothing else has changed. */
function sectionBlocks({ key, heading, asked }: Section, all: readonly SupplementLine[]): DraftBlock[] {
  const lines = all.filter(({ section }) => section === key);
  return [
    { kind: 'heading', level: 2, text: heading },
    ...lines.map((line): DraftBlock => ({ kind: 'written', key: line.key, mark: '-', runs: [sentence(line.text)] })),
    ...(asked.length === 0 ? [{ kind: 'dotted' as const, lines: 1 }] : []),
    ...asked.map((lead): DraftBlock => ({ kind: 'dotted', lines: 1, lead })),
  ];
}
