import { kept } from '../../model/index.ts';

/**
 * Unique identifiers for a format that allows letters, digits and `_`. Other characters are written as `_x2e_`, and a name
 * that is taken gets a number. The same names in the same order give the same identifiers.
 */
export class Ids {
  private readonly given = new Map<string, string>();
  private readonly taken = new Set<string>();
  private readonly reserved: ReadonlySet<string>;
  private readonly allowed: RegExp;

  /** `allowed` matches a character that is kept; `reserved` words are not used as identifiers. */
  constructor(allowed: RegExp = /[A-Za-z0-9_]/, reserved: readonly string[] = []) {
    this.allowed = allowed;
    this.reserved = new Set(reserved.map((word) => word.toLowerCase()));
  }

  /** The identifier of a thing; `key` distinguishes things with the same name. */
  of(name: string, key = name): string {
    return kept(this.given, key, () => {
      const plain = this.encode(name);
      let id = plain;
      for (let next = 2; this.taken.has(id) || this.reserved.has(id.toLowerCase()); next += 1) id = `${plain}_${next}`;
      this.taken.add(id);
      return id;
    });
  }

  private encode(name: string): string {
    const safe = [...name]
      .map((each) => (this.allowed.test(each) ? each : `_x${(each.codePointAt(0) ?? 0).toString(16)}_`))
      .join('');
    return /^[A-Za-z_]/.test(safe) ? safe : `_${safe}`;
  }
}
