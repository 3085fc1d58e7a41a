/** `ParentStudent` and `parentStudent` become `parent_student`. */
export function snakeCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

/** `ParentStudent` becomes `parentStudent`. */
export function camelCase(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** `parentStudents` becomes `ParentStudents`. */
export function pascalCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `lastName` and `it_services` become `LAST_NAME` and `IT_SERVICES`. */
export function screamingCase(name: string): string {
  return snakeCase(name).toUpperCase();
}

/** The GraphQL name of an enumeration's value: `it_services` is `IT_SERVICES`; what a GraphQL name cannot hold becomes `_`. */
export function enumName(value: string): string {
  const name = screamingCase(value).replace(/[^A-Z0-9_]/g, '_');
  return /^\d/.test(name) ? `_${name}` : name;
}

/** The English plural of a lower-camel-case noun, by the regular rules. Irregular nouns say their own. */
export function pluralOf(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/(s|x|z|ch|sh)$/.test(noun)) return `${noun}es`;
  return `${noun}s`;
}

/** The name that a relation gets from its reference: `userId` gives `user`. */
export function relationName(fieldName: string): string {
  return fieldName.replace(/Id$/, '');
}

/** The single and plural names of an entity within a domain with `prefix`. */
export function namesOf(entity: { readonly name: string; readonly plural?: string | undefined }, prefix: string) {
  const plural = entity.plural ?? pluralOf(camelCase(entity.name));
  return {
    typeName: prefix + entity.name,
    single: camelCase(prefix + entity.name),
    plural: prefix ? camelCase(prefix) + pascalCase(plural) : plural,
    local: plural,
  };
}
