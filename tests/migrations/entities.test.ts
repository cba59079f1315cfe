import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestRooms, type TestRooms } from "../support/rooms.js";

let rooms: TestRooms;

beforeAll(async () => {
  rooms = await openTestRooms();
});

afterAll(() => rooms.close());

interface Column {
  table: string;
  column: string;
  nullable: boolean;
  type: string;
}

/** The types that differ in their names only. */
const SAME: Record<string, string> = {
  "timestamp with time zone": "timestamptz",
  "character varying": "varchar",
  integer: "int",
};

async function columnsOfTables(tables: string[]): Promise<Column[]> {
  const { rows } = await rooms.database.pool.query<Column>(
    `select table_name as table, column_name as column, is_nullable = 'YES' as nullable,
       data_type as type
     from information_schema.columns
     where table_schema = 'public' and table_name = any($1) order by 1, 2`,
    [tables],
  );
  return rows.map((row) => ({ ...row, type: SAME[row.type] ?? row.type }));
}

function columnsOfEntities(): Column[] {
  const entities = [...rooms.database.orm.getMetadata().getAll().values()];
  return entities
    .flatMap(({ tableName, props }) =>
      props.flatMap((prop) =>
        prop.fieldNames.map((column, at) => ({
          table: tableName,
          column,
          nullable: prop.nullable ?? false,
          type: prop.columnTypes[at]?.replace(/\(\d+\)$/, "") ?? "",
        })),
      ),
    )
    .toSorted((a, b) => `${a.table} ${a.column}`.localeCompare(`${b.table} ${b.column}`, "en"));
}

test("entities and tables agree on every column, its type, and whether it may be empty", async () => {
  const entities = columnsOfEntities();
  const tables = [...new Set(entities.map(({ table }) => table))];
  const columns = await columnsOfTables(tables);
  expect(tables.length).toBeGreaterThan(2);
  expect(entities).toEqual(
    columns.toSorted((a, b) =>
      `${a.table} ${a.column}`.localeCompare(`${b.table} ${b.column}`, "en"),
    ),
  );
});
