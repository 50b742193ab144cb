import type { EventCode, EventFieldName } from '../../contract/member-events.ts';

/** A field of the event's form, with its Vietnamese label. */
export interface EventField {
  name: EventFieldName;
  label: string;
  required: boolean;
}

const field =
  (required: boolean) =>
  (name: EventFieldName, label: string): EventField => ({ name, label, required });
const must = field(true);
const may = field(false);

const decision = [may('decision_number', 'Số quyết định'), may('decision_date', 'Ngày quyết định')];
const note = may('note', 'Ghi chú');
const paper = [may('paper_number', 'Số giấy giới thiệu (GTSHĐ)'), may('paper_date', 'Ngày giấy giới thiệu')];
const dues = may('dues_paid_to', 'Đảng phí đã đóng hết tháng');
const admission = [
  must('date', 'Ngày kết nạp (lễ kết nạp)'),
  ...decision,
  must('to_cell_id', 'Chi bộ'),
  may('sponsor_1', 'Người giới thiệu thứ nhất'),
  may('sponsor_2', 'Người giới thiệu thứ hai'),
  may('note', 'Ghi chú (đảng viên giúp đỡ…)'),
];

const leavingFields = (date: string) => [must('date', date), ...decision, may('reason', 'Lý do'), note];

/** What each membership event asks (members handbook 1.6, "Fields"). */
export const eventFields: Readonly<Record<EventCode, readonly EventField[]>> = {
  KET_NAP: admission,
  KET_NAP_LAI: admission,
  CHUYEN_DEN: [
    must('date', 'Ngày tiếp nhận'),
    must('to_cell_id', 'Chi bộ tiếp nhận'),
    may('place', 'Từ tổ chức đảng'),
    may('standing', 'Tư cách'),
    ...paper,
    dues,
    note,
  ],
  TAM_THOI_DEN: [
    must('date', 'Từ ngày'),
    must('to_cell_id', 'Chi bộ tiếp nhận'),
    must('place', 'Tổ chức đảng nơi gốc'),
    must('ends_on', 'Đến ngày'),
    may('standing', 'Tư cách'),
    ...paper,
    dues,
    note,
  ],
  CHINH_THUC: [must('date', 'Ngày chính thức'), ...decision, note],
  NOI_BO: [must('date', 'Ngày chuyển'), must('to_cell_id', 'Đến chi bộ'), may('document', 'Văn bản'), note],
  CHUYEN_DI: [
    must('date', 'Ngày chuyển'),
    must('place', 'Đến tổ chức đảng'),
    may('paper_number', 'Số giấy giới thiệu (GTSHĐ)'),
    must('paper_date', 'Ngày giấy giới thiệu'),
    dues,
    note,
  ],
  TAM_THOI_DI: [
    must('date', 'Từ ngày'),
    must('ends_on', 'Đến ngày'),
    may('to_cell_id', 'Chi bộ trong sổ này'),
    may('place', 'Hoặc tổ chức đảng nơi khác'),
    ...paper,
    dues,
    may('reason', 'Lý do (học tập, công tác…)'),
    note,
  ],
  RA_NUOC_NGOAI: [
    must('date', 'Ngày chuyển'),
    may('ends_on', 'Đến ngày (để trống nếu đi hẳn)'),
    must('place', 'Nước, tổ chức đảng ngoài nước'),
    ...paper,
    dues,
    note,
  ],
  MIEN_SH: [
    must('date', 'Miễn từ ngày'),
    may('document', 'Nghị quyết chi bộ'),
    may('reason', 'Lý do (tuổi cao, sức yếu…)'),
    may('review_on', 'Xem lại ngày'),
    may('ends_on', 'Hết hạn ngày'),
    note,
  ],
  GIAM_MIEN_CT: [
    must('date', 'Từ ngày'),
    may('document', 'Nghị quyết chi bộ'),
    may('reason', 'Lý do'),
    may('review_on', 'Xem lại ngày'),
    note,
  ],
  TAM_MIEN: [
    must('date', 'Từ ngày'),
    may('ends_on', 'Đến ngày'),
    may('place', 'Nơi đến'),
    ...decision,
    may('reason', 'Lý do'),
    note,
  ],
  DINH_CHI: [must('date', 'Từ ngày'), must('ends_on', 'Đến ngày'), ...decision, may('reason', 'Lý do'), note],
  GIA_HAN: [
    must('date', 'Từ ngày'),
    may('ends_on', 'Hết hạn mới'),
    may('review_on', 'Xem lại ngày'),
    ...decision,
    may('reason', 'Lý do'),
    note,
  ],
  TRO_LAI: [must('date', 'Từ ngày'), may('document', 'Văn bản'), may('reason', 'Lý do'), note],
  XOA_TEN: leavingFields('Ngày xóa tên'),
  XIN_RA: leavingFields('Ngày ra khỏi Đảng'),
  KHAI_TRU: leavingFields('Ngày khai trừ'),
  TU_TRAN: [must('date', 'Ngày mất'), may('reason', 'Nguyên nhân'), may('document', 'Phiếu báo'), note],
  HUY_KN: leavingFields('Ngày hủy'),
  PHUC_HOI: [must('date', 'Ngày phục hồi'), ...decision, may('to_cell_id', 'Chi bộ (để trống: chi bộ cũ)'), note],
};
