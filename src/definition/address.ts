/**
 * Where a row lives: one non-negative integer a level, from the root down.
 *
 * `[0, 17, 42]` is, for example, attendance 42 of student 17 of school 0. A row is a pure function of its dataset's
 * seed, its recipe entry, its entity and its address; addresses are never reused.
 */
export type Address = readonly number[];
