import { Button, Textarea, TextInput } from '@mantine/core';
import { ListEditor } from './ListEditor.tsx';
import { NameField } from './NameField.tsx';
import type { StepProps } from './step-props.ts';

/** The four parts of a regular meeting (document format, 6.2). */
const usual = [
  'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
  'Thông tin thời sự, quán triệt chủ trương, văn bản mới của cấp trên',
  'Đánh giá kết quả thực hiện nhiệm vụ tháng trước',
  'Phương hướng, nhiệm vụ tháng sau; phân công nhiệm vụ cho đảng viên',
];

const newKey = () => crypto.randomUUID();

/** What the meeting dealt with, item by item, each with what was said and the chair's conclusion. */
export function AgendaStep({ page, form, set }: StepProps) {
  const isThematic = form.kind === 'thematic' || form.kind === 'regular_with_thematic';
  return (
    <>
      {(isThematic || form.theme) && (
        <div className="form-row">
          <TextInput
            label="Chuyên đề"
            value={form.theme ?? ''}
            onChange={(event) => set({ theme: event.currentTarget.value || null })}
          />
          <NameField
            label="Người trình bày đề dẫn"
            names={page.roll.map(({ full_name }) => full_name)}
            value={form.presenter ?? ''}
            onChange={(presenter) => set({ presenter: presenter || null })}
          />
        </div>
      )}
      {form.agenda.length === 0 && (
        <div>
          <Button
            variant="default"
            onClick={(event) => {
              const fields = event.currentTarget.closest('section');
              set({ agenda: usual.map((title) => ({ key: newKey(), title, content: null, conclusion: null })) });
              window.setTimeout(() => fields?.querySelector('textarea')?.focus());
            }}
          >
            Dùng chương trình thường kỳ
          </Button>
        </div>
      )}
      <ListEditor
        items={form.agenda}
        onChange={(agenda) => set({ agenda })}
        blank={() => ({ key: newKey(), title: '', content: null, conclusion: null })}
        noun="nội dung"
        empty="Chưa có nội dung nào. Thêm từng nội dung theo thứ tự của buổi họp."
      >
        {(item, setItem) => (
          <>
            <TextInput
              label="Tên nội dung"
              value={item.title}
              onChange={(event) => setItem({ title: event.currentTarget.value })}
            />
            <Textarea
              size="xs"
              label="Tóm tắt"
              autosize
              minRows={2}
              maxRows={10}
              value={item.content ?? ''}
              onChange={(event) => setItem({ content: event.currentTarget.value || null })}
            />
            <Textarea
              size="xs"
              label="Kết luận của chủ trì"
              autosize
              minRows={1}
              maxRows={6}
              value={item.conclusion ?? ''}
              onChange={(event) => setItem({ conclusion: event.currentTarget.value || null })}
            />
          </>
        )}
      </ListEditor>
    </>
  );
}
