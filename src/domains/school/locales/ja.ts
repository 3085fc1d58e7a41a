import { digits, entryOf } from './formats.ts';
import { japaneseHolidays } from './japanese-holidays.ts';
import { femaleNames, japaneseSurnames, maleNames } from './japanese-names.ts';
import { prefectures } from './japanese-prefectures.ts';
import { codeStart } from './located.ts';
import type { SchoolLocale } from './school-locale.ts';
import { combinations, type NamePart } from './school-names.ts';
import { writtenNames } from './written-names.ts';

const towns = [
  '中央',
  '本町',
  '緑町',
  '栄町',
  '桜町',
  '旭町',
  '東町',
  '西町',
  '南町',
  '北町',
  '泉町',
  '若葉町',
  '花園町',
  '富士見町',
  '松原',
  '青葉台',
];

const firstParts: readonly NamePart[] = [
  ['青', 'Ao'],
  ['赤', 'Aka'],
  ['白', 'Shira'],
  ['桜', 'Sakura'],
  ['松', 'Matsu'],
  ['竹', 'Take'],
  ['梅', 'Ume'],
  ['杉', 'Sugi'],
  ['柳', 'Yanagi'],
  ['藤', 'Fuji'],
  ['菊', 'Kiku'],
  ['星', 'Hoshi'],
  ['朝日', 'Asahi'],
  ['若', 'Waka'],
  ['美', 'Mi'],
  ['高', 'Taka'],
  ['長', 'Naga'],
  ['広', 'Hiro'],
  ['大', 'O'],
  ['小', 'Ko'],
  ['東', 'Higashi'],
  ['西', 'Nishi'],
  ['南', 'Minami'],
  ['北', 'Kita'],
];
const secondParts: readonly NamePart[] = [
  ['山', 'yama'],
  ['川', 'kawa'],
  ['野', 'no'],
  ['原', 'hara'],
  ['森', 'mori'],
  ['林', 'bayashi'],
  ['島', 'shima'],
  ['崎', 'saki'],
  ['沢', 'sawa'],
  ['池', 'ike'],
  ['泉', 'izumi'],
  ['浜', 'hama'],
  ['橋', 'bashi'],
  ['里', 'sato'],
  ['丘', 'oka'],
  ['坂', 'zaka'],
  ['谷', 'tani'],
  ['台', 'dai'],
  ['ヶ丘', 'gaoka'],
  ['ヶ峰', 'gamine'],
  ['田', 'ta'],
];
const kinds: readonly NamePart[] = [
  ['小学校', 'Shogakko'],
  ['中央小学校', 'Chuo Shogakko'],
  ['第一小学校', 'Daiichi Shogakko'],
  ['第二小学校', 'Daini Shogakko'],
  ['学園', 'Gakuen'],
];

/** Japan. */
export const ja: SchoolLocale = {
  ...writtenNames('ja', { female: femaleNames, male: maleNames, family: japaneseSurnames }),
  /** The family's name comes first. */
  fullName: (firstName, lastName) => `${lastName} ${firstName}`,
  country: 'Japan',
  regions: prefectures,
  school: { name: '緑谷小学校', plain: 'Midoriya Shogakko', region: 'Tokyo' },
  schoolNames: () =>
    combinations(
      [firstParts, secondParts, kinds],
      (first, second, kind) => `${first}${second}${kind}`,
      (first, second, kind) => `${first}${second} ${kind}`,
    ),
  /** `中央2丁目14-3`: the part of the town, its district, block and house. */
  streetAddress: (random) => `${random.pick(towns)}${random.integer(1, 5)}丁目${random.integer(1, 30)}-${random.integer(1, 20)}`,
  /** `154-0012`. */
  postalCode: (random, at) => `${codeStart(random, prefectures, at)}-00${digits(random, 2)}`,
  /**
   * Numbers are not kept for fiction in Japan. The area code, and a local number that begins with 0, which none does (Telecommunications Numbers
   * Plan of the Ministry of Internal Affairs and Communications, appended table 1).
   */
  phone: (random, { region }) => {
    const { areaCode } = entryOf(prefectures, region);
    return `${areaCode}-0${digits(random, 5 - areaCode.length)}-${digits(random, 4)}`;
  },
  // Our assumption; 3 % of those who live in Japan are foreign nationals (Immigration Services Agency, end of 2024).
  homeLanguages: () => ({ Japanese: 97, Chinese: 0.8, Vietnamese: 0.5, Korean: 0.3, Portuguese: 0.3, English: 0.3, Other: 0.8 }),
  // The school year is from 1 April to 31 March (Ordinance for Enforcement of the School Education Act, article 59).
  dates: { start: '2024-04-01', end: '2025-03-31' },
  holidays: japaneseHolidays,
  admission: {
    // School begins on the first 1 April after the sixth birthday; who was born on 1 April becomes six on the day before (School Education
    // Act, article 17; Act on the Calculation of Age).
    month: 4,
    day: 1,
    age: 6,
    // By age alone: nobody starts later or repeats.
    late: 0,
  },
};
