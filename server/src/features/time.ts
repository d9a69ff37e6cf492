/** Times without a clock or a time zone: the time of day comes in as `now`. */
export { calendarDate, timeOf } from "../targets/iso-date.js";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

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
