import { describe, expect, test } from 'vitest';
import { writeDocx } from '../../../electron/data/documents/docx-writer.ts';
import type { OfficialDocument } from '../../../electron/data/documents/model.ts';
import { changeDocx } from '../../support/change-docx.ts';
import type { Expectation } from '../../support/docx-format-checker/findings.ts';
import { checkDocx } from '../../support/docx-format-checker.ts';
import { everyBlock } from '../../support/every-block.ts';
import { districtReport, fullMinutes, hd36, officialMinutes } from '../../support/sample-documents.ts';

const annex = {
  reference: { of: 'Ban Thường vụ Huyện uỷ' },
  title: 'Danh sách',
  body: districtReport.body,
  landscape: true,
};
const whole: OfficialDocument = {
  ...districtReport,
  header: { ...districtReport.header, secrecy: 'Mật', urgency: 'Khẩn' },
  addressees: { names: ['Ban Tổ chức Tỉnh uỷ', 'Văn phòng Tỉnh uỷ'], submission: false },
  body: [...everyBlock.slice(0, -1), ...districtReport.body],
  annexes: [annex, { ...annex, landscape: false }],
};
const letter: OfficialDocument = {
  ...districtReport,
  title: { form: 'letter', subject: 'đôn đốc dự sinh hoạt chi bộ' },
  addressees: { names: ['Đảng uỷ xã A'], submission: false },
};
const report: Expectation = {
  rules: 'HD36',
  form: 'titled',
  number: true,
  date: true,
  signature: 'authority',
  annexes: 2,
  duplex: false,
};

type Change = readonly [from: string | RegExp, to: string];
type Case = readonly [rule: string, change: Change, part?: string];

async function findings(document: OfficialDocument, expected: Expectation, [, [from, to], part]: Case) {
  const file = await writeDocx(document, hd36);
  const broken = await changeDocx(file, part ?? 'word/document.xml', (xml) => xml.replace(from, to));
  return checkDocx(broken, expected);
}

/** The properties of the paragraph or run that says `text`, up to the text itself. */
const before = (properties: string, text: string): RegExp =>
  new RegExp(`${properties}((?:(?!<w:p>|<w:t ).)*<w:t xml:space="preserve">${text})`, 'u');

/** The same within the run itself, past the properties of its paragraph's mark. */
const inRun = (properties: string, text: string): RegExp =>
  new RegExp(`${properties}((?:(?!<w:r>|<w:t ).)*<w:t xml:space="preserve">${text})`, 'u');

const cases: readonly Case[] = [
  // Page set-up and page numbers.
  ['margin w:top 1134', [/w:top="1134"/u, 'w:top="1418"']],
  ['margin w:right 850', [/(w:orient="landscape".*?)w:right="850"/u, '$1w:right="1134"']],
  ['paper is A4', [/w:w="11906" w:h="16838"/u, 'w:w="12240" w:h="15840"']],
  ['paper is A4', [/w:w="16838" w:h="11906" w:orient="landscape"/u, 'w:w="11906" w:h="16838" w:orient="landscape"']],
  ['first page has its own header', ['<w:titlePg/>', '']],
  ['pages are counted from 1', [/<w:pgNumType w:start="1"\/>/u, '<w:pgNumType/>']],
  [
    'page number from the second page only',
    ['<w:headerReference w:type="default"', '<w:headerReference w:type="even"'],
  ],
  ['page number is centred', ['<w:jc w:val="center"/>', '<w:jc w:val="right"/>'], 'word/header1.xml'],
  ['page number is 14 pt upright regular', ['<w:sz w:val="28"/>', '<w:sz w:val="26"/>'], 'word/header1.xml'],
  [
    'margins are mirrored when both sides are printed',
    ['<w:defaultTabStop', '<w:mirrorMargins/><w:defaultTabStop'],
    'word/settings.xml',
  ],
  // Header block, boxes 1 and 2.
  ['header table has no lines', ['<w:top w:val="none"', '<w:top w:val="single"']],
  ['header columns are 3900 and 5455', ['<w:gridCol w:w="3900"/>', '<w:gridCol w:w="4000"/>']],
  ['header is centred', [before('<w:jc w:val="center"/>', 'HUYỆN UỶ'), '<w:jc w:val="left"/>$1']],
  ['issuer is bold', [inRun('<w:b/>', 'HUYỆN UỶ'), '$1']],
  ['superior and \\* are regular', [inRun('(<w:sz w:val="28"/>)', '\\*<'), '<w:b/>$1$2']],
  [
    'issuer lines are 14 pt',
    [inRun('<w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>', 'HUYỆN UỶ'), '<w:sz w:val="26"/></w:rPr>$1'],
  ],
  ['issuer lines are capitals', ['HUYỆN UỶ ĐỊNH HOÁ</w:t>', 'Huyện uỷ Định Hoá</w:t>']],
  ['a standing committee writes under the name', ['HUYỆN UỶ ĐỊNH HOÁ</w:t>', 'BAN THƯỜNG VỤ HUYỆN UỶ</w:t>']],
  ['one \\* under the issuer', ['preserve">*<', 'preserve">-----<']],
  ['party title', ['ĐẢNG CỘNG SẢN VIỆT NAM', 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM']],
  ['party title is 15 pt bold', [inRun('<w:sz w:val="30"/>', 'ĐẢNG CỘNG'), '<w:sz w:val="28"/>$1']],
  [
    'rule under the party title is one border',
    ['<w:pBdr><w:top w:val="single" w:color="000000" w:sz="6" w:space="1"/></w:pBdr>', ''],
  ],
  ['rule is as long as the party title', ['w:left="660" w:right="660"', 'w:left="928" w:right="928"']],
  // Number, date, marks.
  ['number and symbol', ['Số 05-BC/HU', 'Số 5-BC/HU']],
  ['number and symbol', ['Số 05-BC/HU', 'Số 05/BC-HU']],
  ['number and symbol', ['Số 05-BC/HU', 'Số 05-QyĐ/HU']],
  ['no Số with a colon', ['Số 05-BC/HU', 'Số: 05-BC/HU']],
  ['number line', ['Số 05-BC/HU', '05-BC/HU']],
  ['place and date', ['ngày 05 tháng 02 năm', 'ngày 5 tháng 2 năm']],
  ['place and date', ['ngày 05 tháng 02 năm', 'ngày 05 tháng 04 năm']],
  ['date is 14 pt italic', [inRun('<w:i/>', 'Định Hoá, ngày'), '$1']],
  ['no district issues after 30/6/2025', ['ngày 05 tháng 02 năm 2024', 'ngày 05 tháng 7 năm 2025']],
  ['mark is one of those there are', ['>MẬT<', '>BÍ MẬT<']],
  [
    'mark of secrecy is framed',
    [before('<w:bottom w:val="single" w:color="000000" w:sz="6" w:space="1"/>', 'MẬT'), '$1'],
  ],
  // Title and addressees.
  ['kind is capitals', ['>BÁO CÁO<', '>Báo cáo<']],
  ['kind is 15-16 pt bold centred', [inRun('<w:sz w:val="32"/>', 'BÁO CÁO'), '<w:sz w:val="28"/>$1']],
  ['subject begins with a small letter', ['>kết quả công tác', '>Kết quả công tác']],
  ['subject is 14-15 pt bold', [inRun('<w:b/>', 'kết quả công tác'), '$1']],
  ['five hyphens under the title', ['>-----<', '>------<']],
  ['label of the addressees is italic', [inRun('<w:i/>', 'Kính gửi:'), '$1']],
  ['label of the addressees is italic', ['Kính gửi:', 'Kính trình:']],
  ['addressees are separated by the rules of the day', ['Tỉnh uỷ,</w:t>', 'Tỉnh uỷ;</w:t>']],
  [
    'addressees are upright',
    [inRun('(<w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>)', '- Văn phòng Tỉnh'), '<w:i/>$1$2'],
  ],
  // Body metrics and levels.
  ['text is justified', [before('<w:jc w:val="both"/>', 'Quy định này có'), '<w:jc w:val="left"/>$1']],
  ['first line 10 mm', [before('<w:ind w:firstLine="567"/>', 'Quy định này có'), '<w:ind w:firstLine="720"/>$1']],
  ['at least 6 pt between paragraphs', [before('w:before="120"', 'Quy định này có'), 'w:before="60"$1']],
  [
    'line height is exactly 18-22 pt',
    [before('w:line="380" w:lineRule="exact"', 'Quy định này có'), 'w:line="300" w:lineRule="auto"$1'],
  ],
  ['line height is exactly 18-22 pt', [before('w:line="380"', 'Quy định này có'), 'w:line="460"$1']],
  ['text is 14-15 pt', [inRun('<w:sz w:val="28"/>', 'Quy định này có'), '<w:sz w:val="26"/>$1']],
  [
    'text takes the full width',
    [before('<w:ind w:firstLine="567"/>', 'Quy định này có'), '<w:ind w:left="567" w:firstLine="567"/>$1'],
  ],
  ['part, chapter and section are bold centred', [inRun('<w:b/>', 'Chương II'), '$1']],
  ['name of a part, chapter or section is capitals', ['PHẠM VI<', 'Phạm vi<']],
  ['Điều is bold', [inRun('<w:b/>', 'Điều 2'), '$1']],
  ['articles are counted from 1', ['Điều 3.', 'Điều 5.']],
  ['heading I- is bold capitals', [inRun('<w:b/>', 'I- TÊN MỤC'), '$1']],
  ['heading of the first level', ['I- TÊN MỤC', 'I. TÊN MỤC']],
  ['a heading stays with its text', [before('<w:keepNext/>', 'I- TÊN MỤC'), '$1']],
  ['grounds are upright', [inRun('<w:sz w:val="28"/>', '- Căn cứ Quy chế'), '<w:i/><w:sz w:val="28"/>$1']],
  ['grounds end with ;', ['Huyện ủy;</w:t>', 'Huyện ủy.</w:t>']],
  ['the text ends with one full stop', [/chưa báo cáo\./u, 'chưa báo cáo']],
  ['no empty paragraph in the text', ['preserve">Quy định này có hiệu lực từ ngày ký.', 'preserve">']],
  // Tables.
  ['head rows are repeated on each page', [/<w:tblHeader\/>/u, '']],
  ['rows are not split over pages', [/(<w:tblHeader\/>.*?)<w:cantSplit\/>(<\/w:trPr>)/u, '$1$2']],
  ['every row fills the columns', [/<w:gridSpan w:val="2"\/>/u, '']],
  [
    'tables are 11-14 pt',
    [inRun('<w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr>', 'Thôn 1'), '<w:sz w:val="20"/></w:rPr>$1'],
  ],
  ['heads of tables are centred', [before('<w:jc w:val="center"/>', 'Đảng viên'), '<w:jc w:val="left"/>$1']],
  // Signature and recipients.
  ['signatures are not split over pages', [/(.*)<w:trPr><w:cantSplit\/><\/w:trPr>(.*?T\/M BAN)/u, '$1$2']],
  ['role of who signs is bold capitals', [inRun('<w:b/>', 'T/M BAN THƯỜNG'), '$1']],
  ['position is regular', [inRun('(<w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>)', 'PHÓ BÍ THƯ'), '<w:b/>$1$2']],
  ['a collective body signs T/M, never K/T', ['T/M BAN THƯỜNG VỤ', 'K/T BAN THƯỜNG VỤ']],
  ['signing authority', ['T/M BAN THƯỜNG VỤ', 'TM. BAN THƯỜNG VỤ']],
  ['signing authority', ['T/M BAN THƯỜNG VỤ', 'T/M CHI UỶ']],
  ['position without the name of the body', ['PHÓ BÍ THƯ', 'PHÓ BÍ THƯ HUYỆN UỶ']],
  ['name is bold 14 pt', [inRun('<w:b/>', 'Nguyễn Văn A'), '$1']],
  ['name carries no title', ['Nguyễn Văn A', 'TS. Nguyễn Văn A']],
  ['recipients label is upright, underlined', ['<w:u w:val="single"/>', '']],
  ['recipients label is upright, underlined', [inRun('(<w:sz w:val="28"/>)', 'Nơi nhận:'), '<w:b/><w:i/>$1$2']],
  ['recipients are 12 pt regular', [inRun('<w:sz w:val="24"/>', '- Lưu'), '<w:sz w:val="22"/>$1']],
  ['recipients end by the rules of the day', ['- Ban Thường vụ Tỉnh uỷ,', '- Ban Thường vụ Tỉnh uỷ;']],
  ['no colon after Lưu', ['- Lưu Văn phòng Huyện uỷ.', '- Lưu: VT.']],
  // Annexes.
  ['label of an annex', ['>Phụ lục 2<', '>Phụ lục II<']],
  ['title of an annex is capitals', ['>DANH SÁCH<', '>Danh sách<']],
  ['reference line of an annex', ['(kèm theo Báo cáo số 05-BC/HU, ngày', '(kèm theo Báo cáo số 05-BC/HU ngày']],
  ['reference line of an annex', ['ngày 05/02/2024 của', 'ngày 5/2/2024 của']],
  // Words and letters.
  ['text is NFC', ['Quy định này có', 'Quy định này có'.normalize('NFD')]],
  ['no V/v', ['Quy định này có', 'V/v Quy định này có']],
  ['no ./. at the end', ['chưa báo cáo.', 'chưa báo cáo./.']],
  ['no the national title', ['Quy định này có', 'Độc lập - Tự do - Hạnh phúc']],
  ['no a value a program lost', ['Quy định này có', 'Quy định undefined có']],
  ['no a value a program lost', ['>Thôn 1<', '>null<']],
  ['no a tag that was not filled in', ['>Thôn 1<', '>{Tên chi bộ}<']],
  ['no an ISO date', ['>Thôn 1<', '>2024-02-05<']],
  [
    'Times New Roman in all four slots',
    [/(<w:r><w:rPr><w:rFonts [^>]*)w:eastAsia="Times New Roman"/u, '$1w:eastAsia="Arial"'],
  ],
  ['text is black', [inRun('<w:sz w:val="28"/>', 'Quy định này có'), '<w:color w:val="FF0000"/><w:sz w:val="28"/>$1']],
  ['nothing is underlined', [inRun('(</w:rPr>)', 'Quy định này có'), '<w:u w:val="single"/>$1$2']],
  // What makes Word offer a repair.
  ['w:pPr in the order of the schema', [/(<w:ind w:firstLine="567"\/>)(<w:jc w:val="both"\/>)/u, '$2$1']],
  ['w:rPr in the order of the schema', ['<w:b/><w:bCs/><w:sz w:val="30"/>', '<w:sz w:val="30"/><w:b/><w:bCs/>']],
  ['w:tcPr in the order of the schema', [/(<w:tcW [^>]*>)(<w:vAlign [^>]*>)/u, '$2$1']],
  ['w:sectPr in the order of the schema', [/(<w:pgSz [^>]*>)(<w:pgMar [^>]*>)/u, '$2$1']],
  ['w:tblPr in the order of the schema', [/(<w:tblW [^>]*>)(<w:tblBorders>.*?<\/w:tblBorders>)/u, '$2$1']],
  ['w:pPr holds each thing once', ['<w:jc w:val="both"/>', '<w:jc w:val="both"/><w:jc w:val="both"/>']],
  ['w:rPr holds only what it may', ['<w:rPr>', '<w:rPr><w:bold/>']],
  ['w:jc w:val has a value of the schema', ['<w:jc w:val="both"/>', '<w:jc w:val="justified"/>']],
  ['a table cell ends with a paragraph', [/<w:tc>(<w:tcPr>.*?<\/w:tcPr>)<w:p>.*?<\/w:tc>/u, '<w:tc>$1</w:tc>']],
  ['a table has properties and a grid', [/<w:tblGrid>.*?<\/w:tblGrid>/u, '']],
  ['every part has a content type', [/<Override[^>]*PartName="\/word\/styles\.xml"[^>]*>/u, ''], '[Content_Types].xml'],
  ['a relationship has its target', ['Target="styles.xml"', 'Target="style.xml"'], 'word/_rels/document.xml.rels'],
  ['a reference has its relationship', [/r:id="rId3"/u, 'r:id="rId99"']],
  ['relationships have names of their own', ['Id="rId2"', 'Id="rId1"'], 'word/_rels/document.xml.rels'],
];

const named = (list: readonly Case[]) => list.map((broken) => ({ rule: broken[0], broken }));

describe('the format checker', () => {
  test('finds nothing wrong with what the writer writes', async () => {
    expect(await checkDocx(await writeDocx(whole, hd36), report)).toEqual([]);
  });

  test.each(named(cases))('$rule', async ({ rule, broken }) => {
    const found = await findings(whole, report, broken);
    expect(found).toContainEqual(expect.stringMatching(new RegExp(`^${rule}`, 'u')));
  });

  const letterCases: readonly Case[] = [
    ['subject of a letter is 12 pt italic', [inRun('<w:sz w:val="24"/>', 'về việc'), '<w:sz w:val="28"/>$1']],
    ['no V/v', ['về việc', 'V/v']],
    ['a letter names Như trên first', ['- Như trên,', '- Đảng uỷ xã A,']],
  ];
  test.each(named(letterCases))('letter: $rule', async ({ rule, broken }) => {
    const expected: Expectation = { ...report, form: 'letter', annexes: 0 };
    expect(await checkDocx(await writeDocx(letter, hd36), expected)).toEqual([]);
    const found = await findings(letter, expected, broken);
    expect(found).toContainEqual(expect.stringMatching(new RegExp(`^${rule}`, 'u')));
  });

  const minutesCases: readonly Case[] = [
    ['secretary left', ['NGƯỜI GHI BIÊN BẢN', 'CHỦ TRÌ HỘI NGHỊ']],
    ['four lines for the signature', [/(NGƯỜI GHI BIÊN BẢN<\/w:t><\/w:r><\/w:p>)<w:p>(?:(?!<w:t ).)*?<\/w:p>/u, '$1']],
    ['minutes have neither T/M nor recipients', ['CHỦ TRÌ HỘI NGHỊ', 'T/M CHI BỘ']],
    ['signatures stay with the last paragraph', [/(.*)<w:keepNext\/>(.*?Biên bản kết thúc)/u, '$1$2']],
  ];
  test.each(named(minutesCases))('minutes: $rule', async ({ rule, broken }) => {
    const expected: Expectation = { ...report, number: false, date: false, signature: 'pair', annexes: 0 };
    const minutes = officialMinutes(fullMinutes);
    expect(await checkDocx(await writeDocx(minutes, hd36), expected)).toEqual([]);
    const found = await findings(minutes, expected, broken);
    expect(found).toContainEqual(expect.stringMatching(new RegExp(`^${rule}`, 'u')));
  });
});
