import { apportion } from '../../../definition/index.ts';
import type { SchoolConfig } from '../config.ts';
import { perConfig } from './per-config.ts';
import type { RoomNeed } from './subjects.ts';

/** The type of each room, by number: seats of Webster's method over the configured weights. */
export const roomTypesOf = perConfig((config: SchoolConfig) => apportion(config.roomTypes, config.volumes.rooms));

export type RoomType = keyof SchoolConfig['roomTypes'];

/** The type of a room, whether or not the configuration holds that many. */
export function roomTypeAt(config: SchoolConfig, room: number): RoomType {
  const type = roomTypesOf(config)[room] ?? apportion(config.roomTypes, room + 1)[room];
  if (!type) throw new RangeError(`There is no room ${room}.`);
  return type;
}

/** The numbers of the rooms of a type, ascending; more rooms only add to the end. */
export const roomsOfType = (config: SchoolConfig, type: RoomType): readonly number[] => roomsByType(config).get(type) ?? [];

const roomsByType = perConfig((config: SchoolConfig): ReadonlyMap<RoomType, readonly number[]> => {
  const byType = new Map<RoomType, number[]>();
  for (const [room, type] of roomTypesOf(config).entries()) byType.set(type, [...(byType.get(type) ?? []), room]);
  return byType;
});

/** How welcome a type of room is for a need; types that are left out don't do. */
const suited: Readonly<Record<RoomNeed, Partial<Record<RoomType, number>>>> = {
  gym: { gym: 1 },
  science: { lab: 4, classroom: 1 },
  classroom: { classroom: 1 },
};

/** What a need comes to in a school: without any gym, physical education takes place in classrooms. */
export function effectiveNeed(config: SchoolConfig, need: RoomNeed): RoomNeed {
  return need === 'gym' && roomsOfType(config, 'gym').length === 0 ? 'classroom' : need;
}

/** How welcome a room is for a need; 0 where it doesn't do. */
export function suitability(config: SchoolConfig, need: RoomNeed, type: RoomType): number {
  return suited[effectiveNeed(config, need)][type] ?? 0;
}
