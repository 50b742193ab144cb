import type { RuleField } from '../../contract/rules.ts';

export interface RuleMeaning {
  label: string;
  group:
    | 'Sinh hoạt chi bộ'
    | 'Điểm danh, biểu quyết'
    | 'Đảng viên, chi bộ'
    | 'Dự sinh hoạt'
    | 'Kiến nghị, nhận xét'
    | 'Văn bản của chi bộ'
    | 'Báo cáo';
  /** The handbook's number, where it has one. */
  number: string | null;
  /** One sentence: what it affects. */
  affects: string;
  fields: readonly RuleField[];
}
