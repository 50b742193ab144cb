/** Gives the focus to the list of the place, once what is being drawn is there. */
export function focusList(): void {
  window.setTimeout(() => document.querySelector<HTMLElement>('main [role="grid"]')?.focus({ preventScroll: true }));
}
