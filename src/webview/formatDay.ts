/** A day as a note needs it: "today", "2 Mar", with the year only if it is another one; "" if unreadable. */
export function formatDay(iso: string, now: Date): string {
  const day = new Date(iso);
  if (Number.isNaN(day.getTime())) return '';
  if (day.toDateString() === now.toDateString()) {
    return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(0, 'day');
  }
  const sameYear = day.getFullYear() === now.getFullYear();
  return new Intl.DateTimeFormat(undefined, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(day);
}
