/**
 * The same function, which remembers what it said of the last so many texts: in a workbook places, names, days and words
 * of lists come again thousands of times. Only for pure functions whose results nobody changes.
 */
export function remembered<T extends object | string | null>(
  compute: (text: string) => T,
  most: number,
): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const computed = compute(text);
    // Filled up by texts that never come again it begins anew: cheaper than keeping an order.
    if (known.size === most) known.clear();
    known.set(text, computed);
    return computed;
  };
}
