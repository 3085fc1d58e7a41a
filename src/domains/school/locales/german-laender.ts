import { type PostalRegion, postalRegion } from './located.ts';

/** Public holidays that not all Länder have. */
export type RegionalHoliday =
  | 'epiphany'
  | 'women'
  | 'corpusChristi'
  | 'assumption'
  | 'children'
  | 'reformation'
  | 'allSaints'
  | 'repentance';

export interface Land extends PostalRegion {
  readonly holidays: readonly RegionalHoliday[];
}

const land = (label: string, cities: readonly string[], ...holidays: readonly RegionalHoliday[]): Land => ({
  ...postalRegion(label, 'Europe/Berlin', cities),
  holidays,
});

/**
 * The Länder, with larger cities and the first digits of their postal codes (Deutsche Post). Holidays: the Länder's own laws, as the
 * Federal Ministry of the Interior lists them.
 */
export const laender: Readonly<Record<string, Land>> = {
  'Baden-Wuerttemberg': land(
    'Baden-Württemberg',
    ['Stuttgart 701,703', 'Karlsruhe 761,762', 'Freiburg im Breisgau 791', 'Tübingen 720'],
    'epiphany',
    'corpusChristi',
    'allSaints',
  ),
  Bayern: land(
    'Bayern',
    ['München 803,805,813,816', 'Nürnberg 904', 'Regensburg 930', 'Würzburg 970', 'Passau 940', 'Bamberg 960'],
    'epiphany',
    'corpusChristi',
    'assumption',
    'allSaints',
    'repentance',
  ),
  Berlin: land('Berlin', ['Berlin 101,104,120,123,133'], 'women'),
  Brandenburg: land('Brandenburg', ['Potsdam 144', 'Cottbus 030', 'Brandenburg an der Havel 147'], 'reformation'),
  Bremen: land('Bremen', ['Bremen 281,282,283', 'Bremerhaven 275'], 'reformation'),
  Hamburg: land('Hamburg', ['Hamburg 200,202,221,223'], 'reformation'),
  Hessen: land('Hessen', ['Frankfurt am Main 603,604', 'Kassel 341', 'Darmstadt 642', 'Marburg 350'], 'corpusChristi'),
  'Mecklenburg-Vorpommern': land(
    'Mecklenburg-Vorpommern',
    ['Rostock 180,181', 'Schwerin 190', 'Greifswald 174'],
    'women',
    'reformation',
  ),
  Niedersachsen: land('Niedersachsen', ['Hannover 301,304', 'Braunschweig 381', 'Oldenburg 261', 'Göttingen 370'], 'reformation'),
  'Nordrhein-Westfalen': land(
    'Nordrhein-Westfalen',
    ['Köln 506,507,509', 'Düsseldorf 402', 'Dortmund 441,442', 'Münster 481', 'Bielefeld 336'],
    'corpusChristi',
    'allSaints',
  ),
  'Rheinland-Pfalz': land('Rheinland-Pfalz', ['Mainz 551', 'Koblenz 560', 'Trier 542'], 'corpusChristi', 'allSaints'),
  Saarland: land('Saarland', ['Saarbrücken 661', 'Neunkirchen 665', 'Homburg 664'], 'corpusChristi', 'assumption', 'allSaints'),
  Sachsen: land(
    'Sachsen',
    ['Dresden 010,011,012', 'Leipzig 041,042', 'Chemnitz 091', 'Zwickau 080'],
    'reformation',
    'repentance',
  ),
  'Sachsen-Anhalt': land(
    'Sachsen-Anhalt',
    ['Magdeburg 391', 'Halle (Saale) 061', 'Dessau-Roßlau 068'],
    'epiphany',
    'reformation',
  ),
  'Schleswig-Holstein': land('Schleswig-Holstein', ['Kiel 241', 'Lübeck 235', 'Flensburg 249'], 'reformation'),
  Thueringen: land('Thüringen', ['Erfurt 990', 'Jena 077', 'Weimar 994', 'Gera 075'], 'children', 'reformation'),
};
