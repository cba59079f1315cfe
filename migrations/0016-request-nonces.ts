import { Migration } from "@mikro-orm/migrations";

/** Signed requests are good once: their nonces are kept until nobody could send them again. */
export class Migration0016RequestNonces extends Migration {
  override up(): void {
    this.addSql(nonces);
    this.addSql("grant select, insert, update, delete on request_nonce to tutti_app");
  }
}

const nonces = `
create table request_nonce (
  key_id uuid not null,
  nonce text not null check (length(nonce) between 16 and 128),
  kept_until timestamptz not null,
  primary key (key_id, nonce)
);
create index request_nonce_until on request_nonce (kept_until);
`;
