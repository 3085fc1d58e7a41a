import { InfeasibleError } from '../../../definition/index.ts';
import type { SchoolConfig } from '../config.ts';
import { effectiveNeed, roomTypesOf, suitability } from './rooms.ts';
import { type Section, sectionsOf } from './sections.ts';
import { certificationOf } from './staff.ts';
import { type RoomNeed, subjectAt } from './subjects.ts';

/** A number with thousands separated: `2,000`. */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

const counted = (count: number, noun: string) => `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;

/** What rooms of a need are called, and which parts of the configuration give more of them. */
const kinds: readonly { need: RoomNeed; noun: string; help: string; settings: readonly string[] }[] = [
  { need: 'gym', noun: 'gym', help: 'more gyms', settings: ['roomTypes.gym', 'volumes.rooms'] },
  { need: 'science', noun: 'science room', help: 'more labs or classrooms', settings: ['roomTypes', 'volumes.rooms'] },
  { need: 'classroom', noun: 'classroom', help: 'more classrooms', settings: ['roomTypes.classroom', 'volumes.rooms'] },
];

/** Compares what classes need with what the school has, `slots` a cycle. @throws InfeasibleError for what doesn't suffice. */
export function refuseScarcity(config: SchoolConfig, slots: number): void {
  const { all } = sectionsOf(config);
  for (const { need, noun, ...more } of kinds) {
    const needed = all.filter(({ subject }) => effectiveNeed(config, subjectAt(config, subject).need) === need).length;
    const available = roomTypesOf(config).filter((type) => suitability(config, need, type) > 0).length;
    if (needed > available * slots) throw scarce(config, noun, needed, available, slots, more);
  }
  const { teachers } = config.volumes;
  if (all.length > teachers * slots)
    throw scarce(config, 'teacher', all.length, teachers, slots, { help: 'more teachers', settings: ['volumes.teachers'] });
}

function scarce(
  config: SchoolConfig,
  noun: string,
  needed: number,
  available: number,
  slots: number,
  { help, settings }: { readonly help: string; readonly settings: readonly string[] },
) {
  return new InfeasibleError(
    `${counted(config.volumes.students, 'student')} need ${counted(needed, `${noun} slot`)} a cycle; ` +
      `${counted(available, noun)} give${available === 1 ? 's' : ''} ${grouped(available * slots)}. ` +
      `What helps: ${help} (${settings.join(', ')}), fewer students, or fewer lessons a class for a longer cycle.`,
    { resource: noun, needed, available: available * slots, settings: [...settings, 'volumes.students'] },
  );
}

/** Why the classes that found no place found none, told for the first of them. */
export function unplaced(
  config: SchoolConfig,
  missing: ReadonlyMap<Section, 'slot' | 'teacher' | 'room'>,
  slots: number,
): InfeasibleError {
  const [[one, lack] = []] = [...missing];
  if (!one || !lack) throw new RangeError('No class is missing a place.');
  const { name } = subjectAt(config, one.subject);
  const able = Array.from({ length: config.volumes.teachers }, (_, index) => certificationOf(config, index)).filter(
    ({ subjects, grades }) => subjects.includes(one.subject) && grades.includes(one.grade),
  ).length;
  const found = {
    slot: `no slot free of other subjects of the grade among ${slots}`,
    teacher: `no free teacher: ${able} of ${counted(config.volumes.teachers, 'teacher')} may teach it`,
    room: `no free room among ${counted(config.volumes.rooms, 'room')}`,
  };
  return new InfeasibleError(
    `${grouped(missing.size)} of ${counted(sectionsOf(config).all.length, 'lesson')} a cycle cannot be placed in ${slots} slots. ` +
      `Grade ${one.grade} ${name}, section ${one.section + 1}, finds ${found[lack]}. ` +
      'What helps: more teachers or rooms, fewer students, or fewer lessons a class for a longer cycle.',
    {
      resource: lack,
      needed: sectionsOf(config).all.length,
      available: sectionsOf(config).all.length - missing.size,
      settings: [...(lack === 'room' ? ['volumes.rooms'] : ['volumes.teachers']), 'volumes.students'],
    },
  );
}
