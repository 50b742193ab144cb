import type { MemberFieldName, MemberForm } from '../../../electron/contract/member-form.ts';

/** The fields whose value is a text. */
type TextName = {
  [Name in MemberFieldName]: MemberForm[Name] extends string | null ? Name : never;
}[MemberFieldName];

/** One field of the member form: what it is called and how it is typed. */
export type MemberField =
  | { name: Exclude<TextName, 'gender'>; label: string; type: 'text' | 'date' | 'lines' | 'secret' }
  | { name: Exclude<TextName, 'gender'>; label: string; type: 'list'; list: string }
  | { name: 'gender'; label: string; type: 'gender' }
  | { name: 'register_no'; label: string; type: 'count' }
  | { name: 'has_smartphone'; label: string; type: 'truth' };

type Section = { key: string; title: string; rows: readonly (readonly MemberField[])[] };

const text = (name: Exclude<TextName, 'gender'>, label: string): MemberField => ({ name, label, type: 'text' });
const date = (name: Exclude<TextName, 'gender'>, label: string): MemberField => ({ name, label, type: 'date' });
const list = (name: Exclude<TextName, 'gender'>, label: string, codes: string): MemberField => ({
  name,
  label,
  type: 'list',
  list: codes,
});

/** The member form in the order of mẫu 2-HSĐV, as far as it is one row a member. */
export const memberSections: readonly Section[] = [
  {
    key: 'person',
    title: 'Nhân thân',
    rows: [
      [text('full_name', 'Họ và tên khai sinh'), text('other_name', 'Tên gọi khác')],
      [
        date('birth_date', 'Ngày sinh'),
        { name: 'gender', label: 'Giới tính', type: 'gender' },
        list('ethnicity', 'Dân tộc', 'ethnic_groups'),
        list('religion', 'Tôn giáo', 'religions'),
      ],
      [
        { name: 'personal_id', label: 'Số định danh (CCCD)', type: 'secret' },
        { name: 'old_id_no', label: 'Số CMND cũ', type: 'secret' },
        text('national_record_id', 'ID cơ sở dữ liệu đảng viên'),
      ],
    ],
  },
  {
    key: 'party',
    title: 'Vào Đảng, thẻ đảng viên',
    rows: [
      [
        date('admission_decision_date', 'Ngày quyết định kết nạp'),
        date('admission_date', 'Ngày kết nạp (lễ kết nạp)'),
        date('full_member_date', 'Ngày chính thức'),
      ],
      [text('admitted_at', 'Kết nạp tại chi bộ'), text('recognised_at', 'Chi bộ công nhận chính thức')],
      [text('sponsor_1', 'Người giới thiệu thứ nhất'), text('sponsor_2', 'Người giới thiệu thứ hai')],
      [
        text('party_card_no', 'Số thẻ đảng viên (12 số)'),
        date('party_card_date', 'Ngày cấp thẻ'),
        text('party_card_place', 'Nơi cấp thẻ'),
      ],
      [
        text('old_card_no', 'Số thẻ cũ (8 số)'),
        { name: 'register_no', label: 'Số SĐV', type: 'count' },
        text('dossier_no', 'Số lý lịch'),
      ],
      [
        date('party_age_date', 'Ngày tính tuổi đảng (nếu khác)'),
        text('party_age_reason', 'Lý do, căn cứ tính tuổi đảng'),
      ],
    ],
  },
  {
    key: 'home',
    title: 'Quê quán, nơi ở',
    rows: [
      [
        text('home_commune', 'Quê quán: xã, phường'),
        text('home_district', 'Huyện (cũ)'),
        text('home_province', 'Tỉnh, thành phố'),
      ],
      [text('home_address', 'Quê quán: địa chỉ chi tiết'), text('home_country', 'Quốc gia')],
      [
        text('residence_address', 'Thường trú: địa chỉ chi tiết'),
        text('residence_province', 'Tỉnh, thành phố'),
        text('residence_country', 'Quốc gia'),
      ],
      [
        text('birth_reg_address', 'Nơi đăng ký khai sinh'),
        text('birth_reg_province', 'Tỉnh, thành phố'),
        text('birth_reg_country', 'Quốc gia'),
      ],
      [text('phone', 'Điện thoại'), { name: 'has_smartphone', label: 'Có điện thoại thông minh', type: 'truth' }],
    ],
  },
  {
    key: 'work',
    title: 'Công tác, trình độ',
    rows: [
      [text('occupation', 'Nghề nghiệp hiện nay'), text('workplace', 'Đơn vị công tác')],
      [text('party_position', 'Chức vụ đảng'), text('government_position', 'Chức vụ chính quyền, đoàn thể')],
      [
        list('general_education', 'Giáo dục phổ thông', 'general_education'),
        list('professional_education', 'Chuyên môn', 'professional_education'),
        text('professional_field', 'Ngành đào tạo'),
      ],
      [
        list('political_theory', 'Lý luận chính trị', 'political_theory'),
        text('academic_degree', 'Học vị cao nhất'),
        list('academic_title', 'Học hàm', 'academic_rank'),
      ],
      [text('foreign_language', 'Ngoại ngữ'), text('informatics', 'Tin học')],
      [
        date('youth_union_date', 'Ngày vào Đoàn'),
        date('enlisted_date', 'Ngày nhập ngũ'),
        date('discharged_date', 'Ngày xuất ngũ'),
      ],
    ],
  },
  {
    key: 'other',
    title: 'Khác',
    rows: [
      [text('family_background', 'Thành phần gia đình'), text('health', 'Tình trạng sức khỏe')],
      [{ name: 'note', label: 'Ghi chú', type: 'lines' }],
    ],
  },
];

/** The form of somebody of whom nothing is known yet. */
export const emptyForm: MemberForm = {
  ...{ full_name: '', other_name: null, gender: null, birth_date: null, ethnicity: null, religion: null },
  ...{ personal_id: null, old_id_no: null, national_record_id: null, party_card_no: null, party_card_place: null },
  ...{ party_card_date: null, old_card_no: null, register_no: null, dossier_no: null, birth_reg_country: null },
  ...{ birth_reg_province: null, birth_reg_address: null, home_country: null, home_province: null },
  ...{ home_district: null, home_commune: null, home_address: null, residence_country: null },
  ...{ residence_province: null, residence_address: null, phone: null, has_smartphone: null, occupation: null },
  ...{ workplace: null, party_position: null, government_position: null, general_education: null },
  ...{ professional_education: null, professional_field: null, political_theory: null, academic_degree: null },
  ...{ academic_title: null, foreign_language: null, informatics: null, family_background: null, health: null },
  ...{ youth_union_date: null, enlisted_date: null, discharged_date: null, admission_decision_date: null },
  ...{ admission_date: null, admitted_at: null, sponsor_1: null, sponsor_2: null, full_member_date: null },
  ...{ recognised_at: null, party_age_date: null, party_age_reason: null, note: null },
};
