import type { EventCode } from '../../contract/member-events.ts';
import type { Standing, StatusKind } from '../schema/column-types.ts';
import { countedKinds } from './counted.ts';
import type { Situation } from './status-period.ts';

/** One kind of membership event (members handbook 1.6): when it can happen and what it makes of a member. */
export interface EventKind {
  label: string;
  from: readonly Situation[];
  /** Said where it cannot happen. */
  refusal: string;
  /** The kind of status at home after it; `same`: as before. */
  kind: StatusKind | 'same';
  standing: Standing | 'same' | 'asked';
  /** Whether the home cell becomes the one that was chosen. */
  joins: boolean;
  /** What becomes of a stay as a guest in another cell of the office. */
  guest: 'keep' | 'begin' | 'end' | 'follow';
}

const removed: readonly StatusKind[] = ['name_removed', 'withdrawn', 'expelled'];
const leaving = {
  from: countedKinds,
  refusal: 'Chỉ ghi được cho người còn trong danh sách đảng viên.',
  standing: 'same',
  joins: false,
  guest: 'end',
} as const;
const staying = { standing: 'same', joins: false, guest: 'keep' } as const;

export const eventKinds: Readonly<Record<EventCode, EventKind>> = {
  KET_NAP: {
    label: 'Kết nạp',
    from: ['new'],
    refusal:
      'Người này đã có trong sổ. Người ra khỏi Đảng nay trở lại thì ghi “Kết nạp lại” hoặc “Phục hồi đảng tịch”.',
    kind: 'active',
    standing: 'probationary',
    joins: true,
    guest: 'keep',
  },
  KET_NAP_LAI: {
    label: 'Kết nạp lại',
    from: ['new', ...removed],
    refusal: 'Chỉ kết nạp lại người đã ra khỏi Đảng.',
    kind: 'active',
    standing: 'probationary',
    joins: true,
    guest: 'keep',
  },
  CHUYEN_DEN: {
    label: 'Chuyển sinh hoạt đảng chính thức đến',
    from: ['new', 'transferred_out', 'guest_only'],
    refusal: 'Người này đang sinh hoạt trong sổ. Ghi “Chuyển đi” hoặc “Chuyển nội bộ” trước.',
    kind: 'active',
    standing: 'asked',
    joins: true,
    guest: 'end',
  },
  TAM_THOI_DEN: {
    label: 'Chuyển sinh hoạt tạm thời đến',
    from: ['new', 'transferred_out'],
    refusal: 'Người này đang sinh hoạt trong sổ: ghi “Chuyển sinh hoạt tạm thời đi” từ chi bộ của mình.',
    kind: 'temporarily_received',
    standing: 'asked',
    joins: false,
    guest: 'begin',
  },
  CHINH_THUC: {
    label: 'Công nhận chính thức',
    from: [...countedKinds, 'guest_only'],
    refusal: 'Chỉ công nhận chính thức đảng viên dự bị đang sinh hoạt.',
    kind: 'same',
    standing: 'full',
    joins: false,
    guest: 'follow',
  },
  NOI_BO: {
    label: 'Chuyển sinh hoạt nội bộ (cùng đảng bộ cơ sở)',
    from: ['active', 'exempt', 'reduced', 'temporarily_exempt'],
    refusal: 'Người đang tạm vắng, bị đình chỉ hoặc đã ra khỏi danh sách không chuyển nội bộ được.',
    kind: 'same',
    standing: 'same',
    joins: true,
    guest: 'keep',
  },
  CHUYEN_DI: {
    label: 'Chuyển sinh hoạt đảng chính thức đi',
    from: ['active', 'exempt', 'reduced', 'temporarily_exempt', 'armed_forces_special_duty'],
    refusal: 'Người đang tạm vắng thì ghi “Trở lại sinh hoạt” trước; người bị đình chỉ chưa chuyển được.',
    kind: 'transferred_out',
    standing: 'same',
    joins: false,
    guest: 'keep',
  },
  TAM_THOI_DI: {
    label: 'Chuyển sinh hoạt tạm thời đi',
    ...staying,
    from: ['active', 'reduced'],
    refusal: 'Chỉ người đang sinh hoạt mới chuyển tạm thời được; đã đi rồi thì ghi “Gia hạn”.',
    kind: 'temporarily_away',
    guest: 'begin',
  },
  RA_NUOC_NGOAI: {
    label: 'Chuyển sinh hoạt đảng ra ngoài nước',
    ...staying,
    from: ['active', 'exempt', 'reduced', 'temporarily_exempt'],
    refusal: 'Chỉ ghi được cho người đang sinh hoạt, được miễn hoặc tạm miễn.',
    kind: 'temporarily_away',
  },
  MIEN_SH: {
    label: 'Miễn công tác và sinh hoạt đảng',
    ...staying,
    from: ['active', 'reduced', 'temporarily_exempt'],
    refusal: 'Chỉ miễn cho người đang sinh hoạt; người đang tạm vắng thì ghi “Trở lại sinh hoạt” trước.',
    kind: 'exempt',
  },
  GIAM_MIEN_CT: {
    label: 'Giảm, miễn công tác',
    ...staying,
    from: ['active'],
    refusal: 'Chỉ ghi được cho người đang sinh hoạt.',
    kind: 'reduced',
  },
  TAM_MIEN: {
    label: 'Tạm miễn sinh hoạt, đi làm ăn xa',
    ...staying,
    from: ['active', 'reduced'],
    refusal: 'Chỉ tạm miễn cho người đang sinh hoạt.',
    kind: 'temporarily_exempt',
  },
  DINH_CHI: {
    label: 'Đình chỉ sinh hoạt đảng',
    ...staying,
    from: ['active', 'reduced', 'exempt', 'temporarily_exempt', 'temporarily_away'],
    refusal: 'Người này đã ra khỏi danh sách hoặc đang bị đình chỉ; kéo dài thì ghi “Gia hạn”.',
    kind: 'suspended',
    guest: 'end',
  },
  GIA_HAN: {
    label: 'Gia hạn',
    from: ['exempt', 'reduced', 'temporarily_exempt', 'temporarily_away', 'suspended', 'guest_only'],
    refusal: 'Không có gì để gia hạn: người này không có trạng thái có thời hạn.',
    kind: 'same',
    standing: 'same',
    joins: false,
    guest: 'follow',
  },
  TRO_LAI: {
    label: 'Trở lại sinh hoạt',
    from: [
      'exempt',
      'reduced',
      'temporarily_exempt',
      'temporarily_away',
      'suspended',
      'armed_forces_special_duty',
      'guest_only',
    ],
    refusal: 'Người này đang sinh hoạt bình thường hoặc đã ra khỏi danh sách.',
    kind: 'active',
    standing: 'same',
    joins: false,
    guest: 'end',
  },
  XOA_TEN: {
    label: 'Xóa tên trong danh sách đảng viên',
    ...leaving,
    kind: 'name_removed',
  },
  XIN_RA: {
    label: 'Xin ra khỏi Đảng (cho ra khỏi Đảng)',
    ...leaving,
    kind: 'withdrawn',
  },
  KHAI_TRU: { label: 'Khai trừ', ...leaving, kind: 'expelled' },
  TU_TRAN: {
    label: 'Từ trần',
    ...leaving,
    from: [...countedKinds, 'guest_only'],
    kind: 'deceased',
  },
  HUY_KN: {
    label: 'Hủy quyết định kết nạp sai quy định',
    ...leaving,
    kind: 'name_removed',
  },
  PHUC_HOI: {
    label: 'Phục hồi (khôi phục) đảng tịch',
    from: removed,
    refusal: 'Chỉ phục hồi cho người đã bị khai trừ, xóa tên hoặc đã ra khỏi Đảng.',
    kind: 'active',
    standing: 'same',
    joins: true,
    guest: 'keep',
  },
};
