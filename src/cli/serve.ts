import { Command } from "commander";
import { runHub } from "../app/lifecycle.js";

/** `tutti serve`: the hub itself, with the settings of `npm start`. */
export function serveCommand(exitWith: (code: number) => void): Command {
  return new Command("serve")
    .description("run the hub; `tutti serve --help` lists its settings")
    .allowUnknownOption()
    .allowExcessArguments()
    .helpOption(false)
    .action(async (_options: object, command: Command) => {
      exitWith(await runHub(command.args, process.env));
    });
}
