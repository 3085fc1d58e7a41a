import { apportion, type EpochDay, formatDay } from '../../../definition/index.ts';
import type { SchoolConfig } from '../config.ts';
import { type EventKind, type EventTypeKey, eventKinds } from '../tables/events.ts';
import { defineContext } from '../vocabulary.ts';
import { calendarOf, schoolDay } from './calendar.ts';
import { spread } from './hash.ts';
import { perConfig } from './per-config.ts';
import { starts } from './school-stream.ts';

/** What an event is and when. */
export interface EventPlan {
  readonly type: EventTypeKey;
  readonly kind: EventKind;
  readonly title: string;
  /** How many of the type come before. */
  readonly nth: number;
  readonly startDate: string;
  readonly endDate: string;
}

/** The type of each event and its number within the type: Webster's method over the configured weights. */
const typesOf = perConfig((config: SchoolConfig) => numbered(config, config.volumes.events));

function numbered({ eventTypes }: SchoolConfig, count: number): { type: EventTypeKey; nth: number }[] {
  const counts = new Map<EventTypeKey, number>();
  return apportion(eventTypes, count).map((type) => {
    const nth = counts.get(type) ?? 0;
    counts.set(type, nth + 1);
    return { type, nth };
  });
}

/** An event. Holidays are those of the calendar; everything else is on school days, evenly spread over the year. */
export const eventPlan = defineContext('Event', 'plan', (scope): EventPlan => {
  const { config, address, index } = scope;
  const found = typesOf(config)[index] ?? numbered(config, index + 1)[index];
  if (!found) throw new RangeError(`There is no event ${index}.`);
  const { type, nth } = found;
  const start = scope.get(starts, [address[0] ?? 0]);
  if (type === 'holiday') return { type, nth, kind: eventKinds.holiday, ...holidayEvent(config, start.holidays, nth) };
  const kind = eventKinds[type];
  const point = spread(start.events, index);
  const title = kind.titles[Math.floor(point * kind.titles.length)] ?? '';
  return { type, nth, kind, title, ...onSchoolDays(config, point, kind.days) };
});

/** As many consecutive school days as there are in the same week from a point of the year on, at most `days`. */
function onSchoolDays(config: SchoolConfig, point: number, days: number): { startDate: string; endDate: string } {
  const calendar = calendarOf(config);
  const first = Math.floor(point * calendar.days.length);
  const start = schoolDay(calendar, first);
  let last = start;
  for (let next = first + 1; next < first + days; next++) {
    const day = schoolDay(calendar, next);
    if (day.day !== last.day + 1) break;
    last = day;
  }
  return { startDate: start.date, endDate: last.date };
}

/** A holiday of the calendar; without any in the calendar, the first weekend of the year. */
function holidayEvent(config: SchoolConfig, start: number, nth: number): { title: string; startDate: string; endDate: string } {
  const { holidays, start: yearStart } = calendarOf(config);
  const count = holidays.length;
  const holiday = holidays[(Math.floor(start * count) + nth * stepThrough(count)) % Math.max(1, count)];
  if (holiday) return { title: holiday.name, startDate: formatDay(holiday.start), endDate: formatDay(holiday.end) };
  const saturday = firstSaturday(yearStart);
  return { title: 'Weekend', startDate: formatDay(saturday), endDate: formatDay(saturday + 1) };
}

/** Some distance, so that few holidays are spread over the year, which has no factor in common with their number, so that each has its turn. */
function stepThrough(count: number): number {
  let step = 3;
  while (commonFactor(step, count) > 1) step++;
  return step;
}

function commonFactor(a: number, b: number): number {
  return b === 0 ? a : commonFactor(b, a % b);
}

/** Day 0, 1 January 1970, was a Thursday; so day 2 was a Saturday. */
function firstSaturday(from: EpochDay): EpochDay {
  return from + ((((2 - from) % 7) + 7) % 7);
}
