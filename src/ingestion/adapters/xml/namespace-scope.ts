import { RefusedInput } from "../refuse-input.js";

interface Binding {
  depth: number;
  prefix: string;
  uri: string;
}

/**
 * The namespaces in force (Namespaces in XML 1.0). The parser's own mode resolves every name and
 * halves its speed; a message has one namespace, so here only declarations and prefixes cost.
 */
export class NamespaceScope {
  private readonly bindings: Binding[] = [];
  private declared: Binding[] = [];
  private target: string | undefined;
  private unprefixedIsTarget = false;

  /** Takes an attribute of the tag that is being opened, if it is a declaration. */
  declare(attribute: { name: string; value: string }): void {
    const { name, value } = attribute;
    if (name === "xmlns") this.declared.push({ depth: 0, prefix: "", uri: value.trim() });
    else if (name.startsWith("xmlns:")) {
      this.declared.push({ depth: 0, prefix: name.slice(6), uri: value.trim() });
    }
  }

  /** Brings the declarations of the tag just opened, the `depth`th of the stack, into force. */
  enter(depth: number): void {
    if (this.declared.length === 0) return;
    for (const binding of this.declared) this.bindings.push({ ...binding, depth });
    this.declared = [];
    this.refresh();
  }

  /** Ends what the element at `depth` declared. */
  leave(depth: number): void {
    const before = this.bindings.length;
    while ((this.bindings.at(-1)?.depth ?? -1) >= depth) this.bindings.pop();
    if (this.bindings.length !== before) this.refresh();
  }

  /** Sets the namespace whose names `localName` knows. */
  aim(uri: string | undefined): void {
    this.target = uri;
    this.refresh();
  }

  /** The local part of a name in the target namespace; undefined for a name of another one. */
  localName(name: string): string | undefined {
    const colon = name.indexOf(":");
    if (colon < 0) return this.unprefixedIsTarget ? name : undefined;
    if (this.resolve(name) !== this.target) return undefined;
    return name.slice(colon + 1);
  }

  /** The namespace of a name, "" for none. @throws RefusedInput NOT_WELL_FORMED */
  resolve(name: string): string {
    const prefix = name.slice(0, Math.max(name.indexOf(":"), 0));
    const binding = this.bindings.findLast((candidate) => candidate.prefix === prefix);
    if (binding !== undefined) return binding.uri;
    if (prefix === "") return "";
    throw new RefusedInput("NOT_WELL_FORMED", `the prefix "${prefix}" is not declared`);
  }

  private refresh(): void {
    this.unprefixedIsTarget = this.resolve("") === this.target;
  }
}
