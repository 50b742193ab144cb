/** A time of day as typed: `19:30`, `19h30`, `7g`, `1930`, `19`; null when it is none. */
export function understandTime(text: string): string | null {
  const typed = text.trim().toLocaleLowerCase('vi').replace(/\s+/gu, '');
  const found =
    /^(\d{1,2})(?:[:.hg]|giờ)(\d{1,2})?(?:'|p|phút)?$/u.exec(typed) ??
    /^(\d{2})(\d{2})$/u.exec(typed) ??
    /^(\d{1,2})$/u.exec(typed);
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2] ?? 0)];
  if (!found || hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Minutes between two times of one day; null when one is missing or the end is before the start. */
export function minutesBetween(start: string | null, end: string | null): number | null {
  if (!start || !end) return null;
  const minuteOfDay = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const minutes = minuteOfDay(end) - minuteOfDay(start);
  return minutes < 0 ? null : minutes;
}
