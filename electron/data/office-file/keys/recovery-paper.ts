import type { RecoveryPaper } from '../../../contract/access.ts';
import { writeHtml } from '../../documents/html-writer.ts';
import type { Block, OfficialDocument } from '../../documents/model.ts';
import { profileForDate } from '../../documents/profile.ts';
import type { Session } from '../../session.ts';
import { today } from '../../today.ts';

/** The recovery code as a page to print: which office, of which day, and what to do with it. */
export async function recoveryPaper(session: Session, code: string): Promise<RecoveryPaper> {
  const { office } = session;
  const { name, superior, place } = await office.db
    .selectFrom('office')
    .select(['name', 'superior', 'place'])
    .executeTakeFirstOrThrow();
  const groups = code.split('-');
  const document: OfficialDocument = {
    header: { superior, issuer: [name], numberAndSymbol: null, placeAndDate: { place, date: today() } },
    title: { form: 'titled', documentKind: 'Mã khôi phục', subject: 'sổ theo dõi sinh hoạt chi bộ', hyphens: true },
    addressees: null,
    body: [
      text(`Tệp sổ: ${office.path}`),
      text('Khi quên mật khẩu, hoặc mất tệp khóa (.khoa) cạnh sổ, mã này mở được sổ và các bản sao lưu của sổ:'),
      ...[groups.slice(0, 3), groups.slice(3, 6), groups.slice(6)].map(
        (line): Block => ({ kind: 'paragraph', align: 'center', runs: [{ text: line.join(' – '), bold: true }] }),
      ),
      text(
        'Cách dùng: mở sổ, ở màn hình khóa nhập mã vào ô mật khẩu; chữ hoa, chữ thường, dấu gạch đều được. Nhóm cuối để kiểm tra gõ đúng. Mã không có các chữ I, L, O, U.',
      ),
      text(
        'Cất tờ này vào phong bì niêm phong, trong két hoặc tủ tài liệu mật, tách khỏi máy tính. Không chụp ảnh, không gửi qua mạng.',
      ),
      text(
        'Ai có tờ này và tệp sổ thì đọc được toàn bộ sổ. Nếu lộ hoặc mất tờ này, vào Thiết lập, Bảo mật, chọn Đổi mã khôi phục rồi in tờ mới.',
      ),
      text('Mất cả mật khẩu và tờ này thì không ai mở lại được sổ.'),
    ],
    signature: { kind: 'none' },
    annexes: [],
    duplex: false,
  };
  const { html, css } = writeHtml(document, profileForDate(session.formatProfiles, today()));
  return { html, css, title: `Mã khôi phục ${name}` };
}

function text(words: string): Block {
  return { kind: 'paragraph', runs: [{ text: words }] };
}
