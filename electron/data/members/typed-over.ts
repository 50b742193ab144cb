/**
 * What was typed over the values a form was opened with, laid on those that stand now: somebody else may have saved
 * meanwhile. `both`: the fields that both have changed, each otherwise.
 */
export function typedOver<T extends object>(
  opened: T,
  typed: T,
  now: T,
): { value: T; both: Extract<keyof T, string>[] } {
  const value = { ...now };
  const both: Extract<keyof T, string>[] = [];
  for (const field in typed) {
    if (typed[field] === opened[field]) continue;
    if (now[field] !== opened[field] && now[field] !== typed[field]) both.push(field);
    value[field] = typed[field];
  }
  return { value, both };
}
