import { LockMode, type EntityManager } from "@mikro-orm/postgresql";
import { transactionSql, type Sql } from "../database/sql.js";
import { violatedConstraint } from "../database/sql-state.js";
import type { DomainError } from "../errors.js";
import type { DomainEvent } from "../events/domain-event.js";
import { maskedFields } from "./audit-subject.js";
import type { RecordedChange } from "./audit-trail.js";

/** An entity class that knows how its absence is refused. */
export interface Lockable<T extends object> {
  new (...args: never[]): T;
  /** The refusal when there is no such row, or the actor may not see it. */
  absent(id: string): DomainError;
}

/** The refusals that violated constraints mean, by the constraint's name. */
export type ConstraintRefusals = Record<string, () => DomainError>;

/** What a command's work does to the database: all of it is committed, or nothing. */
export class Work {
  readonly events: DomainEvent[] = [];
  readonly changes: RecordedChange[] = [];
  readonly sql: Sql;

  constructor(readonly em: EntityManager) {
    this.sql = transactionSql(em);
  }

  /**
   * Reads a row and locks it until the command ends. Lock rows of several kinds in the order
   * partner, contract, the rest, so that two commands cannot wait for each other.
   * @throws the entity's `absent` refusal
   */
  async lock<T extends object>(entity: Lockable<T>, id: string): Promise<T> {
    const options = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true };
    const row: unknown = await this.em.findOne(entity, id, options);
    if (row === null) throw entity.absent(id);
    return row as T;
  }

  /**
   * Inserts a row at once, so that what the database refuses is known here.
   * @throws the refusal given for a violated constraint
   */
  async insert<T extends object>(entity: T, refusals: ConstraintRefusals = {}): Promise<T> {
    this.em.persist(entity);
    try {
      await this.em.flush();
    } catch (error) {
      const refusal = refusals[violatedConstraint(error) ?? ""];
      throw refusal?.() ?? error;
    }
    return entity;
  }

  /** Keeps a fact; it is told after the commit, and only then. */
  record(event: DomainEvent): void {
    this.events.push(event);
  }

  /** Notes for the audit trail what entities are about to become, before they are flushed. */
  noteChanges(): void {
    const unit = this.em.getUnitOfWork();
    unit.computeChangeSets();
    for (const { type, meta, entity, originalEntity, payload } of unit.getChangeSets()) {
      if (type !== "update") continue;
      const after: Record<string, unknown> = { ...Object(payload) };
      const old: Record<string, unknown> = { ...Object(originalEntity) };
      const before = Object.fromEntries(Object.keys(after).map((key) => [key, old[key] ?? null]));
      this.noteChange({
        what: meta.className,
        id: String(Reflect.get(entity, "id")),
        before,
        after,
      });
    }
  }

  /** Notes for the audit trail what a row was and is; what is sensitive is masked. */
  noteChange({ what, id, before, after }: RecordedChange): void {
    this.changes.push({ what, id, before: maskedFields(before), after: maskedFields(after) });
  }
}
