import { Migration } from "@mikro-orm/migrations";

/** Raw documents are sealed with the key of the partner whose they are; a job moves them over. */
export class Migration0017RawContent extends Migration {
  override up(): void {
    this.addSql(content);
    this.addSql("grant select, insert, update on raw_content to tutti_app");
    // what came before is cleared when it is sealed, and what senders wrote when it is erased
    this.addSql("grant update on raw_document, arrival to tutti_app");
  }
}

const content = `
-- The bytes of raw documents, for each partner whose they are; found by the hash of what arrived.
create table raw_content (
  sha256 bytea not null references raw_document (sha256),
  partner_id uuid not null references partner (id),
  -- null once they were removed
  sealed bytea,
  key_id uuid references data_key (id),
  stored_at timestamptz not null,
  removed_at timestamptz,
  primary key (sha256, partner_id),
  constraint raw_content_removed check ((sealed is null) = (removed_at is not null))
);
-- They are compressed and encrypted: Postgres need not try.
alter table raw_content alter column sealed set storage external;
create index raw_content_key on raw_content (key_id);
create index raw_content_partner on raw_content (partner_id, stored_at);
alter table raw_document alter column bytes drop not null;
create index raw_document_plain on raw_document (sha256) where bytes is not null;
`;
