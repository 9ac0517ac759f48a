/** The system that is asked for. */
export interface Request {
  /** `my-vendor`, as in `--system my-vendor` and machines/my-vendor. */
  readonly name: string;
  /** `myVendor`, as the code calls it. */
  readonly identifier: string;
  /** `My Vendor`, as a person reads it. */
  readonly title: string;
}

/** The folders and the page that a system has to itself. */
export const placesOf = ({ name }: Request): string[] => [
  `machines/${name}`,
  `test/systems/${name}`,
  `docs/systems/${name}.md`,
];
