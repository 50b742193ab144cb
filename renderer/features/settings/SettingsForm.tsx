import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageForm } from '../../components/PageForm.tsx';
import { ErrorState } from '../../components/states.tsx';

type Props = {
  form: { dirty: boolean; saving: boolean; error: unknown; submit: () => void; drop: () => void };
  children: ReactNode;
};

/** One part of the settings as a form with its two ways out. */
export function SettingsForm({ form, children }: Props) {
  return (
    <div className="page">
      <div className="page-column">
        <PageForm onSubmit={form.submit}>
          {children}
          {form.error != null && <ErrorState error={form.error} />}
          <div className="settings-ways">
            <Button type="submit" disabled={!form.dirty} loading={form.saving}>
              Lưu
            </Button>
            {form.dirty && (
              <Button type="button" variant="default" onClick={form.drop}>
                Bỏ thay đổi
              </Button>
            )}
          </div>
        </PageForm>
      </div>
    </div>
  );
}
