import { type PostalRegion, postalRegion } from './located.ts';

export interface Community extends PostalRegion {
  /** The community's own holiday; none where it has no fixed one. */
  readonly holiday: readonly [month: number, day: number] | undefined;
}

const community = (
  label: string,
  holiday: Community['holiday'],
  cities: readonly string[],
  timezone = 'Europe/Madrid',
): Community => ({ ...postalRegion(label, timezone, cities), holiday });

/**
 * The autonomous communities and cities, with larger cities and the first digits of their postal codes, of which two are the
 * province (Instituto Nacional de Estadística, whose codes the post uses). Holidays: the days of the communities in their
 * statutes and laws.
 */
export const communities: Readonly<Record<string, Community>> = {
  Andalucia: community('Andalucía', [2, 28], ['Sevilla 410', 'Málaga 290', 'Granada 180', 'Córdoba 140', 'Cádiz 110']),
  Aragon: community('Aragón', [4, 23], ['Zaragoza 500', 'Huesca 220', 'Teruel 440']),
  Asturias: community('Asturias', [9, 8], ['Oviedo 330', 'Gijón 332', 'Avilés 334']),
  'Islas Baleares': community('Islas Baleares', [3, 1], ['Palma 070', 'Ibiza 078', 'Mahón 077']),
  Canarias: community(
    'Canarias',
    [5, 30],
    ['Las Palmas de Gran Canaria 350', 'Santa Cruz de Tenerife 380', 'La Laguna 382'],
    'Atlantic/Canary',
  ),
  Cantabria: community('Cantabria', [9, 15], ['Santander 390', 'Torrelavega 393']),
  'Castilla y Leon': community('Castilla y León', [4, 23], ['Valladolid 470', 'Salamanca 370', 'Burgos 090', 'León 240']),
  'Castilla-La Mancha': community('Castilla-La Mancha', [5, 31], ['Toledo 450', 'Albacete 020', 'Ciudad Real 130', 'Cuenca 160']),
  Cataluna: community('Cataluña', [9, 11], ['Barcelona 080', 'Girona 170', 'Lleida 250', 'Tarragona 430']),
  'Comunidad Valenciana': community(
    'Comunidad Valenciana',
    [10, 9],
    ['Valencia 460', 'Alicante 030', 'Castellón de la Plana 120'],
  ),
  Extremadura: community('Extremadura', [9, 8], ['Badajoz 060', 'Cáceres 100']),
  Galicia: community('Galicia', [7, 25], ['A Coruña 150', 'Vigo 362', 'Lugo 270', 'Ourense 320']),
  Madrid: community('Comunidad de Madrid', [5, 2], ['Madrid 280', 'Alcalá de Henares 288', 'Getafe 289', 'Móstoles 289']),
  Murcia: community('Región de Murcia', [6, 9], ['Murcia 300', 'Cartagena 302', 'Lorca 308']),
  Navarra: community('Navarra', [12, 3], ['Pamplona 310', 'Tudela 315']),
  'Pais Vasco': community('País Vasco', undefined, ['Bilbao 480', 'Vitoria-Gasteiz 010', 'San Sebastián 200']),
  'La Rioja': community('La Rioja', [6, 9], ['Logroño 260', 'Calahorra 265']),
  Ceuta: community('Ceuta', [9, 2], ['Ceuta 510'], 'Africa/Ceuta'),
  Melilla: community('Melilla', [9, 17], ['Melilla 520'], 'Africa/Ceuta'),
};
