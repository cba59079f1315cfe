import { Migration } from "@mikro-orm/migrations";

/**
 * The role as which the application works. Roles belong to the whole cluster: another database's
 * migration may make it at the same moment, and finding it there is as good as making it.
 */
export class Roles extends Migration {
  override up(): void {
    this.addSql(`do $$
      begin
        create role tutti_app nologin;
      exception when duplicate_object or unique_violation then null;
      end $$`);
    this.addSql(`do $$
      begin
        set local role tutti_app;
        reset role;
      exception when insufficient_privilege then
        execute format('grant tutti_app to %I', current_user);
      end $$`);
    this.addSql("revoke all on schema public from public");
    this.addSql("grant usage on schema public to tutti_app");
    this.addSql("alter default privileges revoke execute on functions from public");
  }
}
