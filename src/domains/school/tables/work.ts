/** Occupations of parents: large groups of the Occupational Outlook Handbook (U.S. Bureau of Labor Statistics). */
export const occupations = [
  'Registered nurse',
  'Software developer',
  'Retail manager',
  'Electrician',
  'Accountant',
  'Truck driver',
  'Teacher',
  'Cook',
  'Carpenter',
  'Office clerk',
  'Mechanic',
  'Police officer',
  'Graphic designer',
  'Sales representative',
  'Construction worker',
  'Dental hygienist',
  'Engineer',
  'Home health aide',
  'Customer service agent',
  'Pharmacist',
  'Plumber',
  'Real estate agent',
  'Librarian',
  'Chef',
  'Social worker',
  'Farmer',
  'Firefighter',
  'Human resources manager',
  'Warehouse worker',
  'Physical therapist',
  'Bookkeeper',
  'Small business owner',
] as const;

/**
 * Languages spoken at home, in percent. U.S. Census Bureau, American Community Survey 2019: 78 % speak only English
 * at home, 13 % Spanish; the rest is divided among the next largest.
 */
export const homeLanguages = {
  English: 78,
  Spanish: 13.5,
  Chinese: 1.2,
  Tagalog: 0.6,
  Vietnamese: 0.5,
  Arabic: 0.4,
  French: 0.4,
  Korean: 0.3,
  Other: 5.1,
} as const;
