import { type PostalRegion, postalRegion } from './located.ts';

export interface FrenchRegion extends PostalRegion {
  /** All but the last four digits of numbers for fiction. */
  readonly phone: string;
}

// Numbers for audiovisual works, by zone (ARCEP, plan national de numérotation, décision 2018-0881, annexe).
const PARIS = '01 99 00';
const WEST = '02 61 91';
const EAST = '03 53 01';
const SOUTH_EAST = '04 65 71';
const SOUTH_WEST = '05 36 49';

const region = (label: string, phone: string, cities: readonly string[]): FrenchRegion => ({
  ...postalRegion(label, 'Europe/Paris', cities),
  phone,
});

/** The regions of metropolitan France, with larger cities and the first digits of their postal codes (La Poste). */
export const frenchRegions: Readonly<Record<string, FrenchRegion>> = {
  'Auvergne-Rhone-Alpes': region('Auvergne-Rhône-Alpes', SOUTH_EAST, [
    'Lyon 690',
    'Grenoble 380',
    'Saint-Étienne 420',
    'Clermont-Ferrand 630',
    'Annecy 740',
  ]),
  'Bourgogne-Franche-Comte': region('Bourgogne-Franche-Comté', EAST, ['Dijon 210', 'Besançon 250', 'Auxerre 890', 'Mâcon 710']),
  Bretagne: region('Bretagne', WEST, ['Rennes 350,352', 'Brest 292', 'Quimper 290', 'Vannes 560']),
  'Centre-Val de Loire': region('Centre-Val de Loire', WEST, ['Orléans 450', 'Tours 370', 'Bourges 180', 'Chartres 280']),
  Corse: region('Corse', SOUTH_EAST, ['Ajaccio 200', 'Bastia 202', 'Corte 202']),
  'Grand Est': region('Grand Est', EAST, ['Strasbourg 670', 'Reims 511', 'Metz 570', 'Nancy 540', 'Mulhouse 681']),
  'Hauts-de-France': region('Hauts-de-France', EAST, ['Lille 590', 'Amiens 800', 'Arras 620', 'Beauvais 600']),
  'Ile-de-France': region('Île-de-France', PARIS, [
    'Versailles 780',
    'Melun 770',
    'Évry-Courcouronnes 910',
    'Créteil 940',
    'Cergy 950',
    'Paris 750',
  ]),
  Normandie: region('Normandie', WEST, ['Rouen 760', 'Caen 140', 'Évreux 270', 'Alençon 610']),
  'Nouvelle-Aquitaine': region('Nouvelle-Aquitaine', SOUTH_WEST, [
    'Bordeaux 330',
    'Limoges 870',
    'Poitiers 860',
    'Pau 640',
    'La Rochelle 170',
  ]),
  Occitanie: region('Occitanie', SOUTH_WEST, ['Toulouse 310,312', 'Albi 810', 'Tarbes 650', 'Montauban 820']),
  'Pays de la Loire': region('Pays de la Loire', WEST, ['Nantes 440', 'Angers 490', 'Le Mans 720', 'Laval 530']),
  "Provence-Alpes-Cote d'Azur": region("Provence-Alpes-Côte d'Azur", SOUTH_EAST, [
    'Marseille 130',
    'Nice 060',
    'Toulon 830',
    'Avignon 840',
  ]),
};
