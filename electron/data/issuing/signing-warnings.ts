import type { DocumentIssuer } from '../schema/column-types.ts';
import type { Signer } from './signing-lines.ts';

/**
 * What the lines under a text have against the rules of signing (document format, 5.2): a deputy of a collective body
 * signs T/M and never K/T; the head of an advisory body signs alone and his deputy K/T; a cell signs T/M CHI BỘ.
 */
export function signingWarnings(
  { authority, title, name }: Signer,
  { issuer, issuerName }: { issuer: DocumentIssuer; issuerName: string },
): string[] {
  const line = plain(authority);
  const position = plain(title);
  // An inspection commission is an advisory body that decides together.
  const collective = issuer !== 'advisory_body' || plain(issuerName).includes('ỦY BAN KIỂM TRA');
  const found: string[] = [];
  if (/^K\/T(?:\s|$)/u.test(line) && collective) {
    found.push('Cấp phó của cấp ủy, chi bộ, ủy ban kiểm tra ký T/M như cấp trưởng, không ký K/T.');
  }
  if (/^T\/U(?:\s|$)/u.test(line)) found.push('Không có quyền hạn ký T/U; dùng T/M, K/T hoặc T/L.');
  if (/^[TK]\.?[MTL]\.?\s/u.test(line))
    found.push(`Quyền hạn ký ghi có gạch chéo: T/M, K/T, T/L, không ghi "${authority}".`);
  if (issuer === 'cell' && line !== '' && line !== 'T/M CHI BỘ') {
    found.push(`Văn bản của chi bộ ký T/M CHI BỘ, không ký ${authority}.`);
  }
  if (!collective && /^T\/M\s/u.test(line)) {
    found.push('Cấp trưởng của ban, văn phòng ký trực tiếp, chỉ ghi chức vụ; cấp phó ký K/T.');
  }
  if (!collective && line === '' && position.startsWith('PHÓ ')) {
    found.push(`${title} ký thay cấp trưởng: ghi K/T ở dòng trên.`);
  }
  if (collective && issuer !== 'congress' && line === '' && position !== '') {
    found.push('Văn bản của cấp ủy, chi bộ ghi quyền hạn ký T/M ở dòng trên chức vụ.');
  }
  if (/^(?:PHÓ )?BÍ THƯ \S/u.test(position))
    found.push(`Chức vụ chỉ ghi BÍ THƯ hoặc PHÓ BÍ THƯ, không ghi "${title}".`);
  if (/^(?:GS|PGS|TS|ThS|CN|BS|KS|Th\.S)[.\s]/u.test(name.trim()))
    found.push(`Họ tên người ký không kèm học hàm, học vị: "${name}".`);
  return found;
}

/** Capitals, with the tone on the first vowel: `ỦY` whichever way the office spells it. */
function plain(text: string): string {
  return text.normalize('NFC').trim().toLocaleUpperCase('vi').replaceAll('UỶ', 'ỦY');
}
