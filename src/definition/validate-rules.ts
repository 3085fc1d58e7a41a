import type { AnyEntity, DomainDefinition } from './domain.ts';
import type { Field } from './field.ts';
import { namesOf } from './names.ts';
import type { Path, Rule, Where } from './rules.ts';

type Report = (path: string, message: string) => void;
type Entities = ReadonlyMap<string, AnyEntity>;

/** Checks what a domain promises of its data: every name that rules and expectations speak of has to exist. */
export function checkPromises(domain: DomainDefinition, entities: Entities, report: Report): void {
  const { rules = [], expectations = [] } = domain;
  const names = [...rules, ...expectations].map(({ name }) => name);
  for (const [index, name] of names.entries()) {
    if (!/^[a-z][A-Za-z0-9]*$/.test(name)) report(`rules.${name}`, 'must be in lowerCamelCase');
    if (names.indexOf(name) !== index) report(`rules.${name}`, 'is declared twice');
  }
  for (const rule of rules) {
    const path = `rules.${rule.name}`;
    if (!rule.description.trim()) report(`${path}.description`, 'is empty');
    const entity = entities.get(rule.entity);
    if (!entity) report(`${path}.entity`, `"${rule.entity}" is unknown`);
    else checkRule({ path, entity, entities, report }, rule);
  }
  for (const { name, entity: of, field, unit } of expectations) {
    const fields = entities.get(of)?.fields;
    if (!fields) report(`expectations.${name}.entity`, `"${of}" is unknown`);
    else if (!fields[field]) report(`expectations.${name}.field`, `${of} has no field "${field}"`);
    if (fields && fields[unit]?.kind !== 'reference')
      report(`expectations.${name}.unit`, `"${unit}" is not a reference of ${of}`);
  }
}

interface Context {
  readonly path: string;
  readonly entity: AnyEntity;
  readonly entities: Entities;
  readonly report: Report;
}

function checkRule(context: Context, rule: Rule): void {
  checkWhere(context, context.entity, rule.where, 'where');
  for (const path of pathsOf(rule)) checkPath(context, path);
  if (rule.kind === 'apart') checkReference(context, context.entity, rule.of, 'of');
  if (rule.kind === 'counted') checkChildren(context, rule.children, rule.counting);
  if (rule.kind !== 'matched') return;
  const { entities, report, path } = context;
  const other = entities.get(rule.in);
  if (!other) {
    report(`${path}.in`, `"${rule.in}" is unknown`);
    return;
  }
  if (rule.fields.length !== rule.on.length) report(`${path}.on`, 'must have as many fields as `fields`');
  checkReference(context, other, rule.on[0] ?? '', 'on');
  for (const name of rule.on) if (!other.fields[name]) report(`${path}.on`, `${rule.in} has no field "${name}"`);
}

function pathsOf(rule: Rule): readonly Path[] {
  switch (rule.kind) {
    case 'ordered':
    case 'unique':
      return rule.paths;
    case 'holds':
      return rule.reads;
    case 'apart':
      return [...rule.on, rule.from, rule.to];
    case 'matched':
      return rule.fields;
    case 'counted':
      return [rule.atLeast, rule.atMost].filter((bound) => typeof bound === 'string');
  }
}

function checkPath({ path: at, entity, entities, report }: Context, path: Path): void {
  if (!fieldAt(entity, entities, path)) report(at, `"${path}" does not lead from ${entity.name} to a field`);
}

/** The field that a path leads to; undefined where it leads nowhere. */
export function fieldAt(entity: AnyEntity, entities: Entities, path: Path): Field | undefined {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let current: AnyEntity | undefined = entity;
  for (const step of steps) {
    const reference: Field | undefined = current?.fields[`${step}Id`];
    current = reference?.kind === 'reference' ? entities.get(reference.target) : undefined;
  }
  return current?.fields[last];
}

function checkWhere({ path, report }: Context, entity: AnyEntity, where: Where | undefined, what: string): void {
  for (const name of Object.keys(where ?? {})) {
    if (!entity.fields[name]) report(`${path}.${what}`, `${entity.name} has no field "${name}"`);
  }
}

function checkReference({ path, report }: Context, entity: AnyEntity, name: string, what: string): void {
  if (entity.fields[name]?.kind !== 'reference') report(`${path}.${what}`, `"${name}" is not a reference of ${entity.name}`);
}

function checkChildren(context: Context, children: string, counting: Where | undefined): void {
  const { path, entity, entities, report } = context;
  const other = [...entities.values()].find((from) =>
    Object.values(from.fields).some((field) => isInverse(entity, from, field, children)),
  );
  if (other) checkWhere(context, other, counting, 'counting');
  else report(`${path}.children`, `nothing that refers to ${entity.name} is called "${children}"`);
}

function isInverse(entity: AnyEntity, from: AnyEntity, field: Field, name: string): boolean {
  if (field.kind !== 'reference' || field.target !== entity.name || field.inverse === false) return false;
  const { single, local } = namesOf(from, '');
  return (field.inverse ?? (field.unique ? single : local)) === name;
}
