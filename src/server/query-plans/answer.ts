/** An object of an answer, made by a run; values of scalars are never of this class, whatever they look like. */
export class Answer {
  [field: string]: unknown;
}

/** An answer, and the objects in it that come up more than once. */
export interface SharingAnswer {
  readonly data: Answer;
  /** Objects that it was put together from, each counted once. */
  readonly objects: number;
  /** How often an object came up again. */
  readonly repeats: ReadonlyMap<Answer, number>;
}
