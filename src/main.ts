import { runHub } from "./app/lifecycle.js";

process.exit(await runHub(process.argv.slice(2), process.env));
