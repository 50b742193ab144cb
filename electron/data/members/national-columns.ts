/**
 * The sheet of the national database: 29 headings, literally and in their order; asterisks, hints and the misspelling belong
 * to them (handbook 1.3). `width` in characters.
 */
export const nationalColumns = [
  { field: 'order', heading: 'STT', width: 6 },
  { field: 'national_record_id', heading: 'ID', width: 12 },
  { field: 'full_name', heading: 'Họ và tên *', width: 28 },
  { field: 'other_name', heading: 'Tên gọi khác', width: 16 },
  { field: 'gender', heading: 'Giới tính *', width: 9 },
  { field: 'birth_date', heading: 'Sinh ngày * (dd/mm/yyyy)', width: 13 },
  { field: 'ethnicity', heading: 'Dân tộc *', width: 14 },
  { field: 'religion', heading: 'Tôn giáo *', width: 12 },
  { field: 'personal_id', heading: 'Số định danh cá nhân *', width: 16 },
  { field: 'party_card_no', heading: 'Số thẻ Đảng* (12 số theo HD38-HD/BTCTW)', width: 16 },
  { field: 'party_card_place', heading: 'Nơi cấp thẻ Đảng', width: 18 },
  { field: 'party_card_date', heading: 'Ngày cấp thẻ Đảng (dd/mm/yyyy)', width: 14 },
  { field: 'old_card_no', heading: 'Số thẻ theo Đảng quyết định 85', width: 13 },
  { field: 'organisation', heading: 'Tổ chức Đảng đang sinh hoạt * (không sửa)', width: 40 },
  { field: 'birth_reg_country', heading: 'Nơi đăng ký khai sinh - Quốc gia *', width: 14 },
  { field: 'birth_reg_province', heading: 'Nơi đăng ký khai sinh - Tỉnh *', width: 16 },
  { field: 'birth_reg_address', heading: 'Nơi đăng ký khai sinh - Địa chỉ chi tiết *', width: 32 },
  { field: 'home_country', heading: 'Quê quán (theo mô hình 2 cấp) - Quốc gia *', width: 14 },
  { field: 'home_province', heading: 'Quê quán (theo mô hình 2 cấp) - Tỉnh *', width: 16 },
  { field: 'home_address', heading: 'Quê quán (theo mô hình 2 cấp) - Địa chỉ chi tiết *', width: 28 },
  { field: 'residence_country', heading: 'Thường trú (theo mô hình 2 cấp) - Quốc gia *', width: 14 },
  { field: 'residence_province', heading: 'Thường trú (theo mô hình 2 cấp) - Tỉnh *', width: 16 },
  { field: 'residence_address', heading: 'Thường trú (theo mô hình 2 cấp) - Địa chỉ chi tiết *', width: 32 },
  { field: 'admission_date', heading: 'Ngày vào Đảng* (dd/mm/yyyy)', width: 13 },
  { field: 'full_member_date', heading: 'Ngày vào Đảng chính thức* (dd/mm/yyyy)', width: 14 },
  { field: 'old_id', heading: 'Số CMND cũ (nếu có)', width: 13 },
  { field: 'status', heading: 'Trạng thái hoạt động', width: 22 },
  { field: 'status_since', heading: 'Ngày rời khỏi/ Ngày mất/ Ngày miễn sinh hoạt Đảng (dd/mm/yyyy)', width: 18 },
  {
    field: 'deletion_proposed',
    heading: 'Đề nghị xóa (do đang viên không thuộc chi bộ)/ (Nếu muốn xóa chọn "có", còn không bỏ qua)',
    width: 18,
  },
] as const satisfies readonly { field: string; heading: string; width: number }[];

/** Names of the columns as in `resources/importing/headings.yaml`. */
export type NationalField = (typeof nationalColumns)[number]['field'];
