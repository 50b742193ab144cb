import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useChange } from '../../app/data.ts';
import { useKeys } from '../../app/keys.ts';
import { ErrorState } from '../../components/states.tsx';
import { ListEditor } from '../meetings/ListEditor.tsx';
import { useKeptDraft } from './use-member-draft.ts';

type Props<T> = {
  title: string;
  keep: string;
  saved: T[];
  isRight: (value: unknown) => value is T[];
  save: (entries: T[]) => Promise<unknown>;
  blank: () => T;
  noun: string;
  empty: string;
  children: (item: T, set: (change: Partial<T>) => void) => ReactNode;
};

/** Child rows of a member, saved as a whole: Ctrl+S, or the button. */
export function ListPart<T>(props: Props<T>) {
  const { title, keep, saved, isRight, blank, noun, empty } = props;
  const { value, dirty, change, drop } = useKeptDraft(keep, saved, isRight);
  const write = useChange(props.save);
  const save = () => write.mutate(value, { onSuccess: drop });
  useKeys({ 'ctrl+s': save });
  return (
    <section className="form" aria-label={title}>
      <div className="member-part-head">
        <h3>{title}</h3>
        {dirty && (
          <>
            <span className="small caution" role="status">
              Chưa lưu
            </span>
            <Button variant="subtle" color="gray" onClick={drop}>
              Bỏ thay đổi
            </Button>
          </>
        )}
        <Button onClick={save} loading={write.isPending} disabled={!dirty}>
          Lưu
        </Button>
      </div>
      {write.error && <ErrorState error={write.error} />}
      <ListEditor items={value} onChange={(items) => change(() => items)} blank={blank} noun={noun} empty={empty}>
        {props.children}
      </ListEditor>
    </section>
  );
}
