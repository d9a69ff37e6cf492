/** Dates without a clock or a time zone: GitHub's dates are UTC. */

const day = 24 * 60 * 60 * 1000;

const months = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
] as const;

const isoDate = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?Z$/;

/** `18 Oct 2022`; undefined for what is no date of GitHub's. */
export function calendarDate(iso: string): string | undefined {
  const [, year, month, dayOfMonth] = isoDate.exec(iso) ?? [];
  const name = months[Number(month) - 1];
  return name ? `${Number(dayOfMonth)} ${name} ${year}` : undefined;
}

/** Milliseconds since the epoch; undefined for what is no date of GitHub's. */
export function timeOf(iso: string): number | undefined {
  const match = isoDate.exec(iso);
  if (!match) return undefined;
  const [year = 0, month = 0, date = 0, hours = 0, minutes = 0, seconds = 0] =
    match.slice(1).map(Number);
  if (month < 1 || month > 12 || date < 1 || date > 31) return undefined;
  return (
    daysSinceEpoch(year, month, date) * day +
    ((hours * 60 + minutes) * 60 + seconds) * 1000
  );
}

/** The day of `2022-10-18`, or of what begins so, counted from the epoch; undefined for what is none. */
export function dayOf(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, date = 0] = match.slice(1).map(Number);
  return month < 1 || month > 12 || date < 1 || date > 31
    ? undefined
    : daysSinceEpoch(year, month, date);
}

/** In the proleptic Gregorian calendar; the year is taken to begin in March, so that the leap day is its last. */
function daysSinceEpoch(year: number, month: number, date: number): number {
  const y = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const leapDays =
    Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  const daysTo1970 = 719_468;
  return y * 365 + leapDays + dayOfYear - daysTo1970;
}
