export type VendorTypeKey = 'foodService' | 'supplies' | 'maintenance' | 'itServices' | 'transportation' | 'events';

/** What companies of a type are called and do, and what a year's contract is worth, in cents, from and to. */
export interface VendorKind {
  readonly names: readonly string[];
  readonly services: readonly string[];
  readonly contract: readonly [number, number];
}

/** By the key of the configuration. */
export const vendorKinds: Readonly<Record<VendorTypeKey, VendorKind>> = {
  foodService: {
    names: ['Fresh Foods', 'Catering', 'School Lunch Co.', 'Kitchens', 'Farm to School'],
    services: ['Lunch', 'Breakfast', 'Snacks', 'Milk delivery', 'Catering'],
    contract: [4_000_000, 18_000_000],
  },
  supplies: {
    names: ['School Supply', 'Office Products', 'Books and Media', 'Classroom Furniture', 'Paper Co.'],
    services: ['Paper', 'Textbooks', 'Furniture', 'Art supplies', 'Lab supplies'],
    contract: [500_000, 4_000_000],
  },
  maintenance: {
    names: ['Facility Services', 'Cleaning Co.', 'Heating and Air', 'Grounds Care', 'Plumbing'],
    services: ['Cleaning', 'Repairs', 'Heating and cooling', 'Grounds', 'Pest control'],
    contract: [1_500_000, 9_000_000],
  },
  itServices: {
    names: ['Networks', 'Tech Solutions', 'Data Systems', 'IT Partners', 'Cloud Services'],
    services: ['Network', 'Devices', 'Help desk', 'Backups', 'Security'],
    contract: [1_000_000, 7_000_000],
  },
  transportation: {
    names: ['Bus Lines', 'Student Transport', 'Transit', 'Charter Co.'],
    services: ['School buses', 'Field trips', 'Special transport'],
    contract: [3_000_000, 15_000_000],
  },
  events: {
    names: ['Event Rentals', 'Stage and Sound', 'Party Supply', 'Photo Studio'],
    services: ['Sound', 'Stages', 'Tents and chairs', 'School photos'],
    contract: [200_000, 1_500_000],
  },
};
