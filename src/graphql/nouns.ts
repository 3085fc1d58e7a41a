import { type EntityModel, namesOf, snakeCase } from '../definition/index.ts';

/** An entity in running text: `parent student`. */
export function noun(entity: EntityModel): string {
  return words(namesOf(entity.definition, '').single);
}

/** Several of them: `parent students`. */
export function nouns(entity: EntityModel): string {
  return words(localPlural(entity));
}

/** The plural as relations have it, without the domain's prefix: `parentStudents`. */
export function localPlural(entity: EntityModel): string {
  return namesOf(entity.definition, '').local;
}

/** `a school`, `an order`. */
export function withArticle(text: string): string {
  return `${/^[aeiou]/i.test(text) ? 'an' : 'a'} ${text}`;
}

function words(name: string): string {
  return snakeCase(name).replaceAll('_', ' ');
}
