/** A day as a whole number of days since 1970-01-01. Plain arithmetic: no time zone, no `Intl`, no clock. */
export type EpochDay = number;

const millisecondsOfDay = 86_400_000;

/** The day of `YYYY-MM-DD`. Throws a RangeError for anything else. */
export function parseDay(iso: string): EpochDay {
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || Number.isNaN(time) || formatDay(time / millisecondsOfDay) !== iso) {
    throw new RangeError(`"${iso}" is not a date; write it as YYYY-MM-DD.`);
  }
  return time / millisecondsOfDay;
}

/** Days formatted lately: a dataset's lie within some years, and `toISOString` takes 40 times as long as looking one up. */
const formatted = new Map<EpochDay, string>();
const MOST_FORMATTED = 0x4000;

/** `YYYY-MM-DD`. */
export function formatDay(day: EpochDay): string {
  let text = formatted.get(day);
  if (text === undefined) {
    text = new Date(day * millisecondsOfDay).toISOString().slice(0, 10);
    if (formatted.size >= MOST_FORMATTED) formatted.clear();
    formatted.set(day, text);
  }
  return text;
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(day: EpochDay): number {
  return (((day + 4) % 7) + 7) % 7;
}

const padded = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));
const twoDigits = (number: number) => padded[number] ?? String(number).padStart(2, '0');

/** `HH:MM` of a number of minutes since midnight. */
export function formatTime(minutes: number): string {
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/** `YYYY-MM-DDTHH:MM:SSZ` of a day and the seconds since its midnight. */
export function formatDatetime(day: EpochDay, seconds: number): string {
  const total = Math.floor(day * 86_400 + seconds);
  const whole = Math.floor(total / 86_400);
  const rest = total - whole * 86_400;
  return `${formatDay(whole)}T${formatTime(Math.floor(rest / 60))}:${twoDigits(rest % 60)}Z`;
}

/** The day `years` later; 29 February becomes 28 February where there is none. */
export function addYears(day: EpochDay, years: number): EpochDay {
  const from = new Date(day * millisecondsOfDay);
  const year = from.getUTCFullYear() + years;
  const last = new Date(Date.UTC(year, from.getUTCMonth() + 1, 0)).getUTCDate();
  return Date.UTC(year, from.getUTCMonth(), Math.min(from.getUTCDate(), last)) / millisecondsOfDay;
}
