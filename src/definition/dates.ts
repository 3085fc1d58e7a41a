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

/** `YYYY-MM-DD`. */
export function formatDay(day: EpochDay): string {
  return new Date(day * millisecondsOfDay).toISOString().slice(0, 10);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(day: EpochDay): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** `HH:MM` of a number of minutes since midnight. */
export function formatTime(minutes: number): string {
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** `YYYY-MM-DDTHH:MM:SSZ` of a day and the seconds since its midnight. */
export function formatDatetime(day: EpochDay, seconds: number): string {
  return `${new Date(day * millisecondsOfDay + seconds * 1000).toISOString().slice(0, 19)}Z`;
}

/** The day `years` later; 29 February becomes 28 February where there is none. */
export function addYears(day: EpochDay, years: number): EpochDay {
  const [year = 0, month = 1, date = 1] = formatDay(day).split('-').map(Number);
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return Date.UTC(year + years, month - 1, Math.min(date, last)) / millisecondsOfDay;
}
