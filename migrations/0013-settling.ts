import { Migration } from "@mikro-orm/migrations";

/** What lists and verifications of settlements go by. */
export class Migration0013Settling extends Migration {
  override up(): void {
    this.addSql(positions);
    this.addSql(chains);
    this.addSql(statements);
  }
}

const positions = `
-- When the first commit that changed it was posted; null for those of before.
alter table position add begun_at timestamptz;
create index position_period on position (period_start, contract_id);
`;

const chains = `
-- A chain's version is the sum of its positions' versions, so that it can be verified.
update position_chain c set version = s.versions
from (select contract_id, sum(version) as versions from position group by contract_id) s
where s.contract_id = c.contract_id;
`;

const statements = `
-- Where the lanes stood at the end of the contract's statement before: what came behind that for
-- earlier periods is listed with this one. Null for a first statement, and for those of before.
alter table statement add prior_heads jsonb;
`;
