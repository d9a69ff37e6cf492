/** Dates without a clock or a time zone: the time of day comes in as `now`, GitHub's dates are UTC. */

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

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
    hours * hour +
    minutes * minute +
    seconds * 1000
  );
}

/** `3 minutes ago`, `2 years ago`. */
export function ago(then: number, now: number): string {
  const passed = now - then;
  if (passed < minute) return "just now";
  if (passed < hour) return count(passed / minute, "minute");
  if (passed < day) return count(passed / hour, "hour");
  if (passed < 30 * day) return count(passed / day, "day");
  if (passed < 365 * day) return count(passed / (30.44 * day), "month");
  return count(passed / (365.25 * day), "year");
}

/** `14:05 UTC (in 12 minutes)` */
export function untilTime(then: number, now: number): string {
  const minutes = Math.max(1, Math.ceil((then - now) / minute));
  const inMinutes = `in ${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
  return `${timeOfDay(then)} UTC (${inMinutes})`;
}

function timeOfDay(time: number): string {
  const ofDay = ((time % day) + day) % day;
  const twoDigits = (value: number) =>
    String(Math.floor(value)).padStart(2, "0");
  return `${twoDigits(ofDay / hour)}:${twoDigits((ofDay % hour) / minute)}`;
}

function count(amount: number, unit: string): string {
  const whole = Math.max(1, Math.floor(amount));
  return `${whole} ${unit}${whole === 1 ? "" : "s"} ago`;
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
