import { weekday } from '../../../definition/index.ts';
import { dayOf, SUNDAY, single } from './days.ts';
import { easterOf } from './easter.ts';
import { digits, entryOf, plainLatin } from './formats.ts';
import { codeStart } from './located.ts';
import type { Holiday, NameDraws, SchoolLocale } from './school-locale.ts';
import { combinations } from './school-names.ts';
import { communities } from './spanish-regions.ts';
import { westernNames } from './western-names.ts';

const streets = [
  'Calle Mayor',
  'Calle de los Olivos',
  'Avenida de la Constitución',
  'Plaza de España',
  'Calle del Sol',
  'Calle de la Fuente',
  'Paseo de la Estación',
  'Calle Real',
  'Calle de las Flores',
  'Calle del Río',
  'Avenida de la Paz',
  'Calle Nueva',
  'Calle de la Iglesia',
  'Calle del Molino',
  'Ronda del Parque',
  'Calle de los Almendros',
];

const firstParts = [
  'Valle',
  'Monte',
  'Prado',
  'Río',
  'Bosque',
  'Campo',
  'Cerro',
  'Puente',
  'Huerto',
  'Jardín',
  'Parque',
  'Molino',
  'Camino',
  'Puerto',
  'Arroyo',
  'Lago',
  'Castillo',
  'Mirador',
  'Olivar',
  'Pinar',
  'Robledal',
  'Encinar',
  'Manzanar',
  'Almendral',
];
const secondParts = [
  'Claro',
  'Alto',
  'Real',
  'Nuevo',
  'Viejo',
  'Florido',
  'Blanco',
  'Dorado',
  'Sereno',
  'Azul',
  'Grande',
  'Chico',
  'Hondo',
  'Hermoso',
  'Alegre',
  'Sombrío',
  'Luminoso',
  'Tranquilo',
  'Norte',
  'Sur',
  'del Rey',
];
const kinds = ['CEIP', 'Colegio Público', 'Escuela', 'Centro Educativo', 'Colegio'];

let familyNames: readonly string[] | undefined;

/** One of faker's family names, of one word; its `lastName()` gives two names. */
function familyName({ fake }: NameDraws): string {
  familyNames ??= fake.definitions.person.last_name.generic?.filter((name) => !name.includes(' ')) ?? [];
  return fake.helpers.arrayElement(familyNames);
}

/** Spain, with the holidays of each autonomous community and the school year of Madrid. */
export const es: SchoolLocale = {
  ...westernNames('es'),
  /** The first name of one parent and that of the other (Ley 20/2011 del Registro Civil, article 49). */
  lastName: (draws) => `${familyName(draws)} ${familyName(draws)}`,
  /** The father's comes first, as most parents still choose. The other parent has no row: that name is drawn. */
  childrenName: (draws, lastName, sex) => {
    const names = [lastName.slice(0, lastName.indexOf(' ')), familyName(draws)];
    return (sex === 'female' ? names.reverse() : names).join(' ');
  },
  country: 'Spain',
  regions: communities,
  school: { name: 'Colegio Valle Verde', plain: 'Colegio Valle Verde', region: 'Madrid' },
  schoolNames: () =>
    combinations([firstParts, secondParts, kinds], (first, second, kind) => `${kind} ${first} ${second}`).map(({ name }) => ({
      name,
      plain: plainLatin(name),
    })),
  /** `Calle Mayor, 14`. */
  streetAddress: (random) => `${random.pick(streets)}, ${random.integer(1, 120)}`,
  /** Five digits, of which the first two are the province. */
  postalCode: (random, at) => codeStart(random, communities, at) + String(random.integer(1, 12)).padStart(2, '0'),
  /** Numbers are not kept for fiction in Spain. None begins with 2, which no service has (Plan nacional de numeración telefónica, Real Decreto 2296/2004). */
  phone: (random) => `2${digits(random, 2)} ${digits(random, 2)} ${digits(random, 2)} ${digits(random, 2)}`,
  // Our assumption. Catalan, Galician and Basque are spoken in some of the communities only.
  homeLanguages: () => ({ Spanish: 88, Arabic: 3, Romanian: 2, English: 1, Chinese: 1, Other: 5 }),
  dates: { start: '2024-09-09', end: '2025-06-20' },
  holidays,
  admission: {
    // Primary school begins in the year in which a child turns six (Ley Orgánica 2/2006 de Educación, article 16).
    month: 12,
    day: 31,
    age: 6,
    // Repeating a year. Our assumption.
    late: 0.03,
  },
};

/**
 * Public holidays: Real Decreto 2001/1983, article 45, and the community's own day; a Sunday's is kept on the Monday after, as the communities
 * mostly choose to. The breaks are those of Madrid: from 23 December to 7 January, and from the Friday before Palm Sunday to Easter
 * Monday.
 */
function holidays(year: number, region: string): Holiday[] {
  const easter = easterOf(year);
  const { holiday } = entryOf(communities, region);
  return [
    single("New Year's Day", dayOf(year, 1, 1)),
    single('Epiphany', dayOf(year, 1, 6)),
    { name: 'Easter Break', start: easter - 9, end: easter + 1 },
    single('Labour Day', dayOf(year, 5, 1)),
    single('Assumption Day', dayOf(year, 8, 15)),
    single('National Day', dayOf(year, 10, 12)),
    single("All Saints' Day", dayOf(year, 11, 1)),
    single('Constitution Day', dayOf(year, 12, 6)),
    single('Immaculate Conception', dayOf(year, 12, 8)),
    { name: 'Christmas Break', start: dayOf(year, 12, 23), end: dayOf(year + 1, 1, 7) },
    ...(holiday ? [single('Day of the Autonomous Community', dayOf(year, ...holiday))] : []),
  ].map(observed);
}

function observed(holiday: Holiday): Holiday {
  const isSunday = holiday.start === holiday.end && weekday(holiday.start) === SUNDAY;
  return isSunday ? single(holiday.name, holiday.start + 1) : holiday;
}
