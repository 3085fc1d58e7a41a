import { digits, entryOf } from './formats.ts';
import { indianHolidays } from './indian-holidays.ts';
import { indianStates } from './indian-states.ts';
import { codeStart } from './located.ts';
import type { SchoolLocale } from './school-locale.ts';
import { combinations } from './school-names.ts';
import { westernNames } from './western-names.ts';

const streets = [
  'Station Road',
  'Mahatma Gandhi Road',
  'Temple Road',
  'Gandhi Nagar',
  'Park Street',
  'Lake Road',
  'Market Road',
  'Church Road',
  'College Road',
  'Civil Lines',
  'Mall Road',
  'Canal Road',
  'Garden Colony',
  'Model Town',
  'Green Park',
  'Railway Colony',
];

const firstParts = [
  'Lotus',
  'Banyan',
  'Neem',
  'Peepal',
  'Gulmohar',
  'Jasmine',
  'Marigold',
  'Sandal',
  'Mango',
  'Tulsi',
  'Ashoka',
  'Saraswati',
  'Ganga',
  'Yamuna',
  'Kaveri',
  'Narmada',
  'Godavari',
  'Himalaya',
  'Surya',
  'Chandra',
  'Jyoti',
  'Amrit',
  'Shanti',
  'Vidya',
];
const secondParts = [
  'Valley',
  'Hill',
  'Garden',
  'Vihar',
  'Nagar',
  'Bagh',
  'Park',
  'Puram',
  'Kunj',
  'Vatika',
  'Enclave',
  'Heights',
  'Grove',
  'Lake',
  'View',
  'Gate',
  'Niketan',
  'Sagar',
  'Vana',
  'Dham',
  'Ghat',
];
const kinds = ['Public School', 'Vidyalaya', 'Vidya Mandir', 'Convent School', 'Academy'];

/** India, with everything written in English. */
export const enIn: SchoolLocale = {
  ...westernNames('en_IN'),
  country: 'India',
  regions: indianStates,
  school: { name: 'Green Valley Public School', plain: 'Green Valley Public School', region: 'Delhi' },
  schoolNames: () => combinations([firstParts, secondParts, kinds], (first, second, kind) => `${first} ${second} ${kind}`),
  /** `45, Station Road`. */
  streetAddress: (random) => `${random.integer(1, 250)}, ${random.pick(streets)}`,
  /** Six digits: the PIN code. */
  postalCode: (random, at) => `${codeStart(random, indianStates, at)}0${String(random.integer(1, 60)).padStart(2, '0')}`,
  /**
   * Numbers are not kept for fiction in India. The trunk code of the capital, and a number that begins with 1, which no subscriber's
   * does: those are special services (National Numbering Plan 2003).
   */
  phone: (random, { region }) => {
    const { code } = entryOf(indianStates, region);
    const rest = `1${digits(random, 9 - code.length)}`;
    return `0${code}-${rest}`;
  },
  // The state's language, Hindi and English. The shares are our assumption.
  homeLanguages: (region) => {
    const { language } = entryOf(indianStates, region);
    return language === 'Hindi' ? { Hindi: 85, English: 3, Other: 12 } : { [language]: 75, Hindi: 12, English: 3, Other: 10 };
  },
  // As schools of the Central Board of Secondary Education; classes begin on 1 April.
  dates: { start: '2024-04-01', end: '2025-03-31' },
  holidays: indianHolidays,
  admission: {
    // Six for class 1 (National Education Policy 2020), on 31 March in the schools of Kendriya Vidyalaya Sangathan.
    month: 3,
    day: 31,
    age: 6,
    // Our assumption.
    late: 0.05,
  },
};
