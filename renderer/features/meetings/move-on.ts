const fields = 'input:not([disabled]):not([type="hidden"]), textarea:not([disabled]), select:not([disabled])';

/**
 * Enter goes on to the next field of the form; false when it was the last. A line of several stays (Enter is a new line
 * there). An open list takes Enter itself while one of its choices is marked; else what was typed stands.
 */
export function moveOn(form: HTMLElement, event: React.KeyboardEvent): boolean {
  const from = event.target;
  const isField = from instanceof HTMLInputElement || from instanceof HTMLSelectElement;
  if (!isField) return true;
  event.preventDefault();
  const all = [...form.querySelectorAll<HTMLElement>(fields)].filter((field) => field.offsetParent !== null);
  const next = all[all.indexOf(from) + 1];
  next?.focus();
  return next !== undefined;
}
