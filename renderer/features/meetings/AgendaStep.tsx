import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { AgendaLoader } from './AgendaLoader.tsx';
import { ListEditor } from './ListEditor.tsx';
import { NameField } from './NameField.tsx';
import { PriorTasks } from './PriorTasks.tsx';
import type { StepProps } from './step-props.ts';

const quarters = ['I', 'II', 'III', 'IV'];

/** What the meeting dealt with: results of earlier tasks, the theme, then item by item with the chair's conclusion. */
export function AgendaStep(props: StepProps) {
  const { form, set } = props;
  const isThematic = form.kind === 'thematic' || form.kind === 'regular_with_thematic';
  return (
    <>
      <PriorTasks form={form} set={set} />
      {(isThematic || form.theme) && <ThemeFields {...props} />}
      <AgendaLoader {...props} />
      <ListEditor
        items={form.agenda}
        onChange={(agenda) => set({ agenda })}
        blank={() => ({ key: crypto.randomUUID(), title: '', content: null, conclusion: null })}
        noun="nội dung"
        empty="Chưa có nội dung nào. Nạp chương trình mẫu, hoặc thêm từng nội dung theo thứ tự của buổi họp."
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

/** The theme: of the cell's plan where there is one, so that the plan knows it was held; several meetings may hold one. */
function ThemeFields({ page, form, set }: StepProps) {
  return (
    <>
      {page.plans.length > 0 && (
        <NativeSelect
          label="Theo kế hoạch chuyên đề"
          data={[
            { value: '', label: 'Ngoài kế hoạch' },
            ...page.plans.map(({ id, quarter, title }) => ({
              value: id,
              label: `Quý ${quarters[quarter - 1] ?? quarter}: ${title}`,
            })),
          ]}
          value={form.thematic_plan_id ?? ''}
          onChange={({ currentTarget: { value } }) => {
            const plan = page.plans.find(({ id }) => id === value);
            set({
              thematic_plan_id: plan?.id ?? null,
              ...(plan && { theme: plan.title, presenter: form.presenter ?? plan.preparer }),
            });
          }}
        />
      )}
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
    </>
  );
}
