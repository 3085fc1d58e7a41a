/**
 * What depends on the country: states with their postal prefixes, area codes, time zones and cities, and how phones
 * and addresses are written. ZIP prefixes: USPS Publication 65; area codes: NANPA; time zones: IANA tz database (the
 * zone of most people first).
 */
interface StateEntry {
  readonly code: string;
  /** First three digits of a ZIP code, lowest and highest of one contiguous range. */
  readonly zip: readonly [number, number];
  readonly areaCodes: readonly [string, ...string[]];
  readonly timezones: readonly [string, ...string[]];
  readonly cities: readonly [string, ...string[]];
}

const eastern = 'America/New_York';
const central = 'America/Chicago';
const mountain = 'America/Denver';
const pacific = 'America/Los_Angeles';

export const states = {
  Alabama: {
    code: 'AL',
    zip: [350, 352],
    areaCodes: ['205', '251', '256', '334'],
    timezones: [central],
    cities: ['Birmingham', 'Mobile', 'Huntsville', 'Auburn'],
  },
  Alaska: {
    code: 'AK',
    zip: [995, 999],
    areaCodes: ['907'],
    timezones: ['America/Anchorage'],
    cities: ['Anchorage', 'Fairbanks', 'Juneau', 'Kenai'],
  },
  Arizona: {
    code: 'AZ',
    zip: [850, 853],
    areaCodes: ['480', '520', '602', '623'],
    timezones: ['America/Phoenix'],
    cities: ['Phoenix', 'Mesa', 'Tucson', 'Chandler'],
  },
  Arkansas: {
    code: 'AR',
    zip: [716, 729],
    areaCodes: ['479', '501', '870'],
    timezones: [central],
    cities: ['Little Rock', 'Fayetteville', 'Conway', 'Jonesboro'],
  },
  California: {
    code: 'CA',
    zip: [900, 961],
    areaCodes: ['209', '408', '510', '559', '619', '714', '805', '916'],
    timezones: [pacific],
    cities: ['Fresno', 'Oakland', 'Riverside', 'Modesto', 'Santa Rosa', 'Visalia', 'Ventura', 'Redding'],
  },
  Colorado: {
    code: 'CO',
    zip: [800, 816],
    areaCodes: ['303', '719', '970'],
    timezones: [mountain],
    cities: ['Denver', 'Boulder', 'Pueblo', 'Greeley'],
  },
  Connecticut: {
    code: 'CT',
    zip: [60, 69],
    areaCodes: ['203', '860'],
    timezones: [eastern],
    cities: ['Hartford', 'New Haven', 'Danbury', 'Norwich'],
  },
  Delaware: {
    code: 'DE',
    zip: [197, 199],
    areaCodes: ['302'],
    timezones: [eastern],
    cities: ['Wilmington', 'Dover', 'Newark', 'Milford'],
  },
  'District of Columbia': { code: 'DC', zip: [200, 200], areaCodes: ['202'], timezones: [eastern], cities: ['Washington'] },
  Florida: {
    code: 'FL',
    zip: [320, 339],
    areaCodes: ['305', '407', '561', '813', '904'],
    timezones: [eastern, central],
    cities: ['Orlando', 'Tampa', 'Sarasota', 'Gainesville'],
  },
  Georgia: {
    code: 'GA',
    zip: [300, 319],
    areaCodes: ['404', '478', '706', '912'],
    timezones: [eastern],
    cities: ['Atlanta', 'Macon', 'Savannah', 'Athens'],
  },
  Hawaii: {
    code: 'HI',
    zip: [967, 968],
    areaCodes: ['808'],
    timezones: ['Pacific/Honolulu'],
    cities: ['Honolulu', 'Hilo', 'Kailua', 'Kahului'],
  },
  Idaho: {
    code: 'ID',
    zip: [832, 838],
    areaCodes: ['208'],
    timezones: ['America/Boise', pacific],
    cities: ['Boise', 'Nampa', 'Pocatello', 'Twin Falls'],
  },
  Illinois: {
    code: 'IL',
    zip: [600, 629],
    areaCodes: ['217', '309', '312', '630', '815'],
    timezones: [central],
    cities: ['Chicago', 'Peoria', 'Rockford', 'Naperville'],
  },
  Indiana: {
    code: 'IN',
    zip: [460, 479],
    areaCodes: ['219', '260', '317', '812'],
    timezones: ['America/Indiana/Indianapolis', central],
    cities: ['Indianapolis', 'Fort Wayne', 'Muncie', 'Evansville'],
  },
  Iowa: {
    code: 'IA',
    zip: [500, 528],
    areaCodes: ['319', '515', '563', '712'],
    timezones: [central],
    cities: ['Des Moines', 'Cedar Rapids', 'Ames', 'Davenport'],
  },
  Kansas: {
    code: 'KS',
    zip: [660, 679],
    areaCodes: ['316', '620', '785', '913'],
    timezones: [central, mountain],
    cities: ['Wichita', 'Topeka', 'Lawrence', 'Salina'],
  },
  Kentucky: {
    code: 'KY',
    zip: [400, 427],
    areaCodes: ['270', '502', '606', '859'],
    timezones: [eastern, central],
    cities: ['Louisville', 'Lexington', 'Frankfort', 'Covington'],
  },
  Louisiana: {
    code: 'LA',
    zip: [700, 714],
    areaCodes: ['225', '318', '337', '504'],
    timezones: [central],
    cities: ['Baton Rouge', 'Lafayette', 'Shreveport', 'Monroe'],
  },
  Maine: {
    code: 'ME',
    zip: [39, 49],
    areaCodes: ['207'],
    timezones: [eastern],
    cities: ['Portland', 'Bangor', 'Augusta', 'Auburn'],
  },
  Maryland: {
    code: 'MD',
    zip: [206, 219],
    areaCodes: ['240', '301', '410', '443'],
    timezones: [eastern],
    cities: ['Baltimore', 'Frederick', 'Columbia', 'Annapolis'],
  },
  Massachusetts: {
    code: 'MA',
    zip: [10, 27],
    areaCodes: ['413', '508', '617', '978'],
    timezones: [eastern],
    cities: ['Boston', 'Worcester', 'Lowell', 'Amherst'],
  },
  Michigan: {
    code: 'MI',
    zip: [480, 499],
    areaCodes: ['231', '313', '517', '616', '734'],
    timezones: ['America/Detroit', central],
    cities: ['Detroit', 'Lansing', 'Grand Rapids', 'Flint'],
  },
  Minnesota: {
    code: 'MN',
    zip: [550, 567],
    areaCodes: ['218', '507', '612', '651'],
    timezones: [central],
    cities: ['Minneapolis', 'Duluth', 'Rochester', 'Mankato'],
  },
  Mississippi: {
    code: 'MS',
    zip: [386, 397],
    areaCodes: ['228', '601', '662'],
    timezones: [central],
    cities: ['Jackson', 'Biloxi', 'Tupelo', 'Oxford'],
  },
  Missouri: {
    code: 'MO',
    zip: [630, 658],
    areaCodes: ['314', '417', '573', '816'],
    timezones: [central],
    cities: ['St. Louis', 'Kansas City', 'Columbia', 'Joplin'],
  },
  Montana: {
    code: 'MT',
    zip: [590, 599],
    areaCodes: ['406'],
    timezones: [mountain],
    cities: ['Billings', 'Bozeman', 'Helena', 'Missoula'],
  },
  Nebraska: {
    code: 'NE',
    zip: [680, 693],
    areaCodes: ['308', '402'],
    timezones: [central, mountain],
    cities: ['Omaha', 'Lincoln', 'Kearney', 'Grand Island'],
  },
  Nevada: {
    code: 'NV',
    zip: [889, 898],
    areaCodes: ['702', '775'],
    timezones: [pacific, mountain],
    cities: ['Reno', 'Henderson', 'Carson City', 'Sparks'],
  },
  'New Hampshire': {
    code: 'NH',
    zip: [30, 38],
    areaCodes: ['603'],
    timezones: [eastern],
    cities: ['Manchester', 'Nashua', 'Concord', 'Keene'],
  },
  'New Jersey': {
    code: 'NJ',
    zip: [70, 89],
    areaCodes: ['201', '609', '732', '908'],
    timezones: [eastern],
    cities: ['Newark', 'Trenton', 'Princeton', 'Edison'],
  },
  'New Mexico': {
    code: 'NM',
    zip: [870, 884],
    areaCodes: ['505', '575'],
    timezones: [mountain],
    cities: ['Albuquerque', 'Santa Fe', 'Las Cruces', 'Roswell'],
  },
  'New York': {
    code: 'NY',
    zip: [100, 149],
    areaCodes: ['315', '518', '585', '716', '914'],
    timezones: [eastern],
    cities: ['Albany', 'Buffalo', 'Rochester', 'Syracuse'],
  },
  'North Carolina': {
    code: 'NC',
    zip: [270, 289],
    areaCodes: ['336', '704', '828', '919'],
    timezones: [eastern],
    cities: ['Raleigh', 'Charlotte', 'Durham', 'Asheville'],
  },
  'North Dakota': {
    code: 'ND',
    zip: [580, 588],
    areaCodes: ['701'],
    timezones: [central, mountain],
    cities: ['Fargo', 'Bismarck', 'Minot', 'Grand Forks'],
  },
  Ohio: {
    code: 'OH',
    zip: [430, 458],
    areaCodes: ['216', '330', '513', '614', '937'],
    timezones: [eastern],
    cities: ['Columbus', 'Dayton', 'Akron', 'Toledo'],
  },
  Oklahoma: {
    code: 'OK',
    zip: [730, 749],
    areaCodes: ['405', '580', '918'],
    timezones: [central],
    cities: ['Oklahoma City', 'Tulsa', 'Norman', 'Stillwater'],
  },
  Oregon: {
    code: 'OR',
    zip: [970, 979],
    areaCodes: ['458', '503', '541'],
    timezones: [pacific, 'America/Boise'],
    cities: ['Portland', 'Eugene', 'Salem', 'Springfield'],
  },
  Pennsylvania: {
    code: 'PA',
    zip: [150, 196],
    areaCodes: ['215', '412', '570', '717', '814'],
    timezones: [eastern],
    cities: ['Pittsburgh', 'Erie', 'Lancaster', 'Scranton'],
  },
  'Rhode Island': {
    code: 'RI',
    zip: [28, 29],
    areaCodes: ['401'],
    timezones: [eastern],
    cities: ['Providence', 'Warwick', 'Newport', 'Cranston'],
  },
  'South Carolina': {
    code: 'SC',
    zip: [290, 299],
    areaCodes: ['803', '843', '864'],
    timezones: [eastern],
    cities: ['Columbia', 'Charleston', 'Greenville', 'Aiken'],
  },
  'South Dakota': {
    code: 'SD',
    zip: [570, 577],
    areaCodes: ['605'],
    timezones: [central, mountain],
    cities: ['Sioux Falls', 'Rapid City', 'Pierre', 'Brookings'],
  },
  Tennessee: {
    code: 'TN',
    zip: [370, 385],
    areaCodes: ['423', '615', '865', '901'],
    timezones: [central, eastern],
    cities: ['Nashville', 'Memphis', 'Knoxville', 'Franklin'],
  },
  Texas: {
    code: 'TX',
    zip: [750, 799],
    areaCodes: ['210', '214', '512', '713', '915'],
    timezones: [central, mountain],
    cities: ['Austin', 'Dallas', 'Lubbock', 'Waco'],
  },
  Utah: {
    code: 'UT',
    zip: [840, 847],
    areaCodes: ['385', '435', '801'],
    timezones: [mountain],
    cities: ['Salt Lake City', 'Provo', 'Ogden', 'Logan'],
  },
  Vermont: {
    code: 'VT',
    zip: [50, 54],
    areaCodes: ['802'],
    timezones: [eastern],
    cities: ['Burlington', 'Montpelier', 'Rutland', 'Barre'],
  },
  Virginia: {
    code: 'VA',
    zip: [220, 246],
    areaCodes: ['276', '540', '703', '757', '804'],
    timezones: [eastern],
    cities: ['Richmond', 'Norfolk', 'Roanoke', 'Fairfax'],
  },
  Washington: {
    code: 'WA',
    zip: [980, 994],
    areaCodes: ['206', '253', '360', '425', '509'],
    timezones: [pacific],
    cities: ['Seattle', 'Spokane', 'Tacoma', 'Olympia'],
  },
  'West Virginia': {
    code: 'WV',
    zip: [247, 268],
    areaCodes: ['304', '681'],
    timezones: [eastern],
    cities: ['Charleston', 'Morgantown', 'Huntington', 'Wheeling'],
  },
  Wisconsin: {
    code: 'WI',
    zip: [530, 549],
    areaCodes: ['262', '414', '608', '920'],
    timezones: [central],
    cities: ['Madison', 'Milwaukee', 'Green Bay', 'Eau Claire'],
  },
  Wyoming: {
    code: 'WY',
    zip: [820, 831],
    areaCodes: ['307'],
    timezones: [mountain],
    cities: ['Cheyenne', 'Casper', 'Laramie', 'Sheridan'],
  },
} as const satisfies Record<string, StateEntry>;

export type StateName = keyof typeof states;

// Object.keys gives strings; these are exactly the names above, of which there is at least one.
export const stateNames = Object.keys(states) as [StateName, ...StateName[]];

const streetNames = [
  'Maple',
  'Oak',
  'Cedar',
  'Elm',
  'Pine',
  'Walnut',
  'Chestnut',
  'Birch',
  'Willow',
  'Spruce',
  'Sycamore',
  'Magnolia',
  'Washington',
  'Lincoln',
  'Jefferson',
  'Madison',
  'Franklin',
  'Jackson',
  'Adams',
  'Monroe',
  'Park',
  'Lake',
  'Hill',
  'River',
  'Meadow',
  'Sunset',
  'Highland',
  'Prospect',
  'Church',
  'Mill',
  'Spring',
  'Valley',
  'Forest',
  'Ridge',
] as const;

// "Ave", "St" and so on: USPS Publication 28, appendix C1.
const streetSuffixes = [
  'St',
  'St',
  'St',
  'Ave',
  'Ave',
  'Rd',
  'Rd',
  'Dr',
  'Dr',
  'Ln',
  'Ct',
  'Way',
  'Blvd',
  'Pl',
  'Ter',
  'Cir',
] as const;

/** The source of randomness these functions need. */
interface Draws {
  integer(min: number, max: number): number;
  pick<const T>(items: readonly T[]): T;
}

/** A street address: `1482 Maple Ave`. */
export function streetAddress(random: Draws): string {
  return `${random.integer(10, 9_899)} ${random.pick(streetNames)} ${random.pick(streetSuffixes)}`;
}

/** A five-digit ZIP code of the state. */
export function postalCode(random: Draws, state: StateName): string {
  const [low, high] = states[state].zip;
  return String(random.integer(low, high)).padStart(3, '0') + String(random.integer(1, 98)).padStart(2, '0');
}

/** A phone number of the state, of those that are kept free for fiction: 555-0100 to 555-0199 (NANPA). */
export function phone(random: Draws, state: StateName): string {
  const areaCodes: readonly string[] = states[state].areaCodes;
  return `+1-${random.pick(areaCodes)}-555-${String(random.integer(100, 199)).padStart(4, '0')}`;
}
