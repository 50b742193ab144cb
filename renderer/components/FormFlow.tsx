import { type ReactNode, useRef } from 'react';

const fields =
  'input:not([disabled]):not([type="hidden"]), textarea:not([disabled]), select:not([disabled]), button.mantine-Input-input';

/**
 * The keys of a form in a dialog: Enter goes on to the next field and acts on the last, Ctrl+S acts at once. In a field
 * of several lines Enter is a new line. No key goes on to what lies under the dialog.
 */
export function FormFlow({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: React.KeyboardEvent) => {
    event.stopPropagation();
    if (event.defaultPrevented || !box.current) return;
    const form = box.current.closest('form');
    if (event.ctrlKey && event.code === 'KeyS') {
      event.preventDefault();
      form?.requestSubmit();
      return;
    }
    const from = event.target;
    if (event.key !== 'Enter' || event.ctrlKey) return;
    if (!(from instanceof HTMLInputElement || from instanceof HTMLSelectElement)) return;
    event.preventDefault();
    const all = [...box.current.querySelectorAll<HTMLElement>(fields)].filter((field) => field.offsetParent !== null);
    const next = all[all.indexOf(from) + 1];
    if (next) next.focus();
    else form?.requestSubmit();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only moves the focus between the fields it holds
    <div ref={box} className="form" onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}
