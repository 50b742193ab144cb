const fields = 'input:not([disabled]):not([type="hidden"]), textarea:not([disabled]), select:not([disabled])';

/**
 * Enter goes on to the next field of the form; false when it was the last. A line of several stays (Enter is a new line
 * there), and so does a list that is open for choosing.
 */
export function moveOn(form: HTMLElement, event: React.KeyboardEvent): boolean {
  const from = event.target;
  const isField = from instanceof HTMLInputElement || from instanceof HTMLSelectElement;
  if (!isField || event.nativeEvent.isComposing || from.getAttribute('aria-expanded') === 'true') return true;
  event.preventDefault();
  const all = [...form.querySelectorAll<HTMLElement>(fields)].filter((field) => field.offsetParent !== null);
  const next = all[all.indexOf(from) + 1];
  next?.focus();
  return next !== undefined;
}
