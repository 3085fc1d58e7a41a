import { dayOf, nth, onOrBefore, SATURDAY, single } from './days.ts';
import { easterOf } from './easter.ts';
import { digits, entryOf, plainLatin } from './formats.ts';
import { frenchRegions } from './french-regions.ts';
import { codeStart } from './located.ts';
import type { Holiday, SchoolLocale } from './school-locale.ts';
import { combinations } from './school-names.ts';
import { westernNames } from './western-names.ts';

const streets = [
  'rue des Tilleuls',
  'rue de la Gare',
  'rue des Écoles',
  'rue du Moulin',
  'rue de la Fontaine',
  'avenue de la République',
  'place de la Mairie',
  'rue des Lilas',
  'chemin des Vignes',
  'rue du Château',
  'allée des Chênes',
  'rue des Acacias',
  'boulevard de la Liberté',
  'impasse des Roses',
  'rue du Lavoir',
  'rue de la Paix',
];

const firstParts = [
  'Mont',
  'Val',
  'Bois',
  'Font',
  'Roche',
  'Champ',
  'Pont',
  'Puy',
  'Cour',
  'Fort',
  'Port',
  'Castel',
  'Grand',
  'Beau',
  'Clos',
  'Pré',
  'Plan',
  'Mas',
  'Vau',
  'Rieu',
  'Saint-Val',
  'Haut-Val',
  'Ville',
  'Mire',
];
const secondParts = [
  'fleuri',
  'clair',
  'vert',
  'joli',
  'lieu',
  'court',
  'rose',
  'bel',
  'rond',
  'long',
  'blanc',
  'gris',
  'doux',
  'franc',
  'loup',
  'cerf',
  'pin',
  'orme',
  'hêtre',
  'noir',
  'd’or',
];
const kinds = ['École élémentaire', 'École primaire', 'Groupe scolaire', 'École publique', 'École'];

// Mobile numbers for audiovisual works (ARCEP, as the others).
const MOBILE = '06 39 98';

/** France, with the breaks of zone C. */
export const fr: SchoolLocale = {
  ...westernNames('fr'),
  country: 'France',
  regions: frenchRegions,
  school: { name: 'École élémentaire de Valvert', plain: 'Ecole elementaire de Valvert', region: 'Ile-de-France' },
  schoolNames: () =>
    combinations([firstParts, secondParts, kinds], (first, second, kind) => `${kind} de ${first}${second}`).map(({ name }) => ({
      name,
      plain: plainLatin(name),
    })),
  /** `14 rue des Tilleuls`. */
  streetAddress: (random) => `${random.integer(1, 150)} ${random.pick(streets)}`,
  /** Five digits, of which the first two are the department; most codes end in 0. */
  postalCode: (random, at) => `${codeStart(random, frenchRegions, at)}${digits(random, 1)}0`,
  phone: (random, { region }) => {
    const start = random.integer(0, 1) === 0 ? MOBILE : entryOf(frenchRegions, region).phone;
    return `${start} ${digits(random, 2)} ${digits(random, 2)}`;
  },
  // Our assumption.
  homeLanguages: () => ({ French: 85, Arabic: 5, Portuguese: 2, Turkish: 1, English: 1, Spanish: 1, Other: 5 }),
  dates: { start: '2024-09-02', end: '2025-07-04' },
  holidays,
  admission: {
    // Primary school begins in the year in which a child turns six (Code de l'éducation, article D113-1 and following).
    month: 12,
    day: 31,
    age: 6,
    // Repeating a year has become rare. Our assumption.
    late: 0.02,
  },
};

/**
 * Public holidays: Code du travail, article L3133-1. The breaks are two weeks each from a Saturday, as zone C had them in 2024-2025
 * and has them in 2025-2026 (arrêtés of the Ministère de l'Éducation nationale); for other years the same rule is our
 * approximation. Zones A and B have their winter and spring breaks a week or two earlier or later.
 */
function holidays(year: number): Holiday[] {
  const easter = easterOf(year);
  const winter = nth(year, 2, SATURDAY, 3);
  return [
    single("New Year's Day", dayOf(year, 1, 1)),
    twoWeeks('Winter Break', winter),
    single('Easter Monday', easter + 1),
    // Eight weeks after the winter break.
    twoWeeks('Spring Break', winter + 56),
    single('Labour Day', dayOf(year, 5, 1)),
    single('Victory in Europe Day', dayOf(year, 5, 8)),
    // With the Friday that schools are closed on.
    { name: 'Ascension Day', start: easter + 39, end: easter + 40 },
    single('Whit Monday', easter + 50),
    single('Bastille Day', dayOf(year, 7, 14)),
    single('Assumption Day', dayOf(year, 8, 15)),
    twoWeeks("All Saints' Break", nth(year, 10, SATURDAY, 3)),
    single("All Saints' Day", dayOf(year, 11, 1)),
    single('Armistice Day', dayOf(year, 11, 11)),
    twoWeeks('Christmas Break', onOrBefore(dayOf(year, 12, 24), SATURDAY)),
  ];
}

function twoWeeks(name: string, saturday: number): Holiday {
  return { name, start: saturday, end: saturday + 15 };
}
