import type { ConfigWithVolumes, EntityModel, ErrorDetails } from '../definition/index.ts';
import { type DigestTotals, digestOf, Keys } from '../generate/index.ts';
import { recipeFrom } from '../jobs/summary.ts';
import { configAfter, type Recipe, Universe } from '../plan/index.ts';
import { type Generation, type GenerationState, rowCountOf } from '../store/index.ts';
import type { RowCheck } from './check.ts';
import { DigestCheck } from './digest-check.ts';
import { type Checking, readBy, ruleCheck, uniqueChecks } from './entity-checks.ts';
import { VerifyError } from './error.ts';
import { checkExpectation } from './expectation-check.ts';
import { fieldsCheck } from './fields-check.ts';
import { Findings } from './findings.ts';
import type { Integrity, VerifyProgress } from './integrity.ts';
import { Pace } from './pace.ts';
import { type MarkCounts, RecipeCheck } from './recipe-check.ts';
import { referencesCheck } from './references-check.ts';
import { Related } from './related.ts';
import { remadeRows } from './remade-rows.ts';
import { windowsOf } from './windows.ts';

/** What may be asked of a verification. */
export interface VerifyOptions {
  /** Once aborted, the verification ends soon, and rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Told of every window of rows. */
  readonly onProgress?: ((progress: VerifyProgress) => void) | undefined;
}

/** A dataset that is written to all the time is tried so often. */
const ATTEMPTS = 3;

/**
 * Whether what a generation holds is sound: reads all of it once (what is suspected to occur twice, again), in windows of keys with
 * turns of the event loop between them, in memory that does not grow with the number of rows. Writes nothing.
 *
 * @throws VerifyError DATASET_CHANGED when it is written to all the time; the signal's reason once that is aborted.
 */
export async function verifyGeneration(generation: Generation, options: VerifyOptions = {}): Promise<Integrity> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const revision = await generation.revision();
    const integrity = await new Verification(generation, await generation.state(), options).run();
    if ((await generation.revision()) === revision) return integrity;
  }
  const details: ErrorDetails = { dataset: generation.dataset };
  throw new VerifyError(
    'DATASET_CHANGED',
    `The dataset "${generation.dataset}" was written to while it was read, ${ATTEMPTS} times. Verify it when no job is writing.`,
    { details },
  );
}

/** One reading of a generation. */
class Verification {
  readonly #generation: Generation;
  readonly #state: GenerationState;
  readonly #recipe: Recipe;
  readonly #config: ConfigWithVolumes;
  readonly #keys: Keys;
  readonly #pace: Pace;
  readonly #related: Related;
  readonly #onProgress: (progress: VerifyProgress) => void;
  readonly #marked: MarkCounts = new Map();
  readonly #totals = new Map<string, DigestTotals>();
  readonly #general = generalFindings();
  readonly #rules: readonly Findings[];
  #rows = 0;

  constructor(generation: Generation, state: GenerationState, { signal, onProgress = () => undefined }: VerifyOptions) {
    this.#generation = generation;
    this.#state = state;
    this.#recipe = recipeFrom(state);
    this.#config = configAfter(this.#recipe);
    this.#keys = new Keys(generation.domain, this.#recipe[0].seed);
    this.#pace = new Pace(signal);
    this.#related = new Related(generation);
    this.#onProgress = onProgress;
    this.#rules = this.#definition.rules?.map(({ name, description }) => new Findings(name, description)) ?? [];
  }

  async run(): Promise<Integrity> {
    for (const entity of this.#generation.domain.entities) await this.#readEntity(entity);
    const expectations = await this.#expectations();
    this.#noteMarks();
    const findings = [...Object.values(this.#general), ...this.#rules, ...expectations];
    const checks = findings.map((each) => each.result());
    const { domain, dataset } = this.#generation;
    return {
      domain,
      dataset,
      ok: checks.every(({ status }) => status !== 'WRONG'),
      checkedRows: this.#rows,
      digest: digestOf(domain, this.#totals),
      checks,
    };
  }

  get #definition() {
    return this.#generation.domain.definition;
  }

  /** All checks of an entity go through its rows together; those that have to look again do so afterwards. */
  async #readEntity(entity: EntityModel): Promise<void> {
    const digest = this.#digestCheck(entity);
    let checks = [digest, ...this.#checksOf(entity)];
    for (let pass = 0; checks.length > 0; pass++) {
      for await (const window of windowsOf(this.#generation, entity, this.#pace)) {
        this.#related.release();
        for (const check of checks) {
          await check.rows(window);
          await this.#pace.turn();
        }
        if (pass === 0) this.#rows += window.length;
        this.#tell(entity.typeName);
      }
      const again: RowCheck[] = [];
      for (const check of checks) if (await check.end?.()) again.push(check);
      checks = again;
    }
    this.#totals.set(entity.name, digest.totals);
  }

  #digestCheck(entity: EntityModel): DigestCheck & RowCheck {
    const kept = this.#state.totals.get(entity.name) ?? { rows: 0, sum: 0n };
    const universe = new Universe(entity.domain, this.#recipe);
    return new DigestCheck(entity, universe, this.#keys, kept, this.#general.digest);
  }

  #checksOf(entity: EntityModel): RowCheck[] {
    const { fields, references, unique } = this.#general;
    const checking = this.#checking(entity);
    const rules = (this.#definition.rules ?? []).flatMap((rule, index) => {
      const findings = this.#rules[index];
      return findings && readBy(rule, entity.domain) === entity ? [ruleCheck(rule, findings, checking)] : [];
    });
    return [
      fieldsCheck(entity, fields),
      referencesCheck(entity, references, this.#related),
      ...uniqueChecks(entity, unique, checking),
      this.#recipeCheck(entity),
      ...rules,
    ];
  }

  #recipeCheck(entity: EntityModel): RowCheck {
    const { recipe, rollUps } = this.#general;
    const findings = 'derive' in entity.definition ? rollUps : recipe;
    const remade = remadeRows(this.#generation, this.#recipe, entity, this.#pace);
    return new RecipeCheck(entity, remade, { generation: this.#generation, counts: this.#marked, findings });
  }

  #checking(entity: EntityModel): Checking {
    return {
      generation: this.#generation,
      config: this.#config,
      related: this.#related,
      pace: this.#pace,
      rows: this.#rowsOf(entity),
      leftOut: this.#leftOut(),
    };
  }

  #leftOut(): ReadonlySet<EntityModel> {
    const { entities } = this.#recipe[0];
    return new Set(
      entities && this.#generation.domain.entities.filter((each) => !entities.includes(each.name) && this.#rowsOf(each) === 0),
    );
  }

  #rowsOf({ name }: EntityModel): number {
    return this.#state.totals.get(name)?.rows ?? 0;
  }

  /** Shares that are off are wrong only where nobody has changed or added rows. */
  async #expectations(): Promise<Findings[]> {
    const status = this.#marked.size > 0 || this.#recipe.length > 1 ? 'WARNING' : 'WRONG';
    const all: Findings[] = [];
    for (const expectation of this.#definition.expectations ?? []) {
      this.#tell(expectation.name);
      const findings = new Findings(expectation.name, expectation.description, status);
      await checkExpectation(this.#generation, expectation, this.#config, findings, this.#pace);
      all.push(findings);
    }
    return all;
  }

  #noteMarks(): void {
    const marks = [...this.#marked].map(([mark, count]) => `${count} ${mark}`);
    if (marks.length > 0) this.#general.recipe.note(marks.join(', '));
  }

  #tell(step: string): void {
    this.#onProgress({ step, rows: this.#rows, total: rowCountOf(this.#state) });
  }
}

function generalFindings() {
  return {
    fields: new Findings('fields', 'Values fit their fields.'),
    references: new Findings('references', 'Every reference leads to a row.'),
    unique: new Findings('unique', 'Keys and unique values occur once.'),
    rollUps: new Findings('rollUps', 'Roll-ups are what follows from the stored rows.'),
    digest: new Findings('digest', 'The stored rows add up to the digest.'),
    recipe: new Findings('recipe', 'Rows that nobody has changed are what the recipe makes.'),
  };
}
