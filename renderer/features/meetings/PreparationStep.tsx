import { Checkbox } from '@mantine/core';
import type { MeetingForm } from '../../../electron/contract/meetings.ts';
import { DateField } from '../../components/DateField.tsx';
import { CountField } from '../../components/small-fields.tsx';
import type { StepProps } from './step-props.ts';

type Preparation = MeetingForm['preparation'];
type Yes = 'cell_committee_met_before' | 'members_notified' | 'documents_on_app';

/** How the meeting was prepared and followed up: what scoring sheets ask (HD 42, "Chuẩn bị"). */
export function PreparationStep({ form, set }: StepProps) {
  const { preparation } = form;
  const change = (said: Partial<Preparation>) => set({ preparation: { ...preparation, ...said } });
  const yes = (key: Yes, label: string) => (
    <Checkbox
      size="xs"
      label={label}
      checked={preparation[key] === true}
      onChange={(event) => change({ [key]: event.currentTarget.checked ? true : null })}
    />
  );
  return (
    <>
      <section className="form">
        <h3>Trước buổi họp</h3>
        {yes('cell_committee_met_before', 'Chi ủy (bí thư, phó bí thư) đã họp chuẩn bị')}
        {yes('members_notified', 'Đã thông báo thời gian, địa điểm, nội dung cho đảng viên')}
        {yes('documents_on_app', 'Tài liệu đã đưa lên Sổ tay đảng viên điện tử')}
        <div className="form-row">
          <DateField
            label="Ngày họp chi ủy"
            value={preparation.cell_committee_met_on}
            onChange={(day) => change({ cell_committee_met_on: day, ...(day && { cell_committee_met_before: true }) })}
          />
          <DateField
            label="Ngày báo cấp ủy cấp trên"
            value={preparation.superior_notified_on}
            onChange={(superior_notified_on) => change({ superior_notified_on })}
          />
          <DateField
            label="Ngày gửi tài liệu"
            value={preparation.documents_posted_on}
            onChange={(documents_posted_on) => change({ documents_posted_on })}
          />
        </div>
      </section>
      <section className="form">
        <h3>Sau buổi họp</h3>
        <div className="form-row">
          <DateField
            label="Ngày đăng biên bản"
            value={preparation.minutes_posted_on}
            onChange={(minutes_posted_on) => change({ minutes_posted_on })}
          />
          <CountField
            label="Nghỉ giữa giờ (phút)"
            value={preparation.break_minutes}
            onChange={(break_minutes) => change({ break_minutes })}
          />
          <CountField
            label="Số đảng viên phát biểu"
            value={preparation.speakers}
            onChange={(speakers) => change({ speakers })}
          />
        </div>
        {form.prior_tasks.length === 0 && (
          <div className="form-row">
            <CountField
              label="Nhiệm vụ kỳ trước giao"
              value={preparation.prior_tasks_set}
              onChange={(prior_tasks_set) => change({ prior_tasks_set })}
            />
            <CountField
              label="Đã hoàn thành"
              value={preparation.prior_tasks_met}
              onChange={(prior_tasks_met) => change({ prior_tasks_met })}
            />
          </div>
        )}
      </section>
    </>
  );
}
