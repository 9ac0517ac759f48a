import { Problem } from './problem.ts';
import { ServedWorld, type WorldSetting } from './world.ts';

const MOST_WORLDS = 1000;
const LONGEST_NAME = 200;

/** The worlds of a server, by name. */
export class Worlds {
  private readonly setting: WorldSetting;
  private readonly known = new Map<string, ServedWorld>();

  constructor(setting: WorldSetting) {
    this.setting = setting;
  }

  /** The world of that name, made at its first use. */
  named(name: string): ServedWorld {
    const known = this.known.get(name);
    if (known) return known;
    if (name.length > LONGEST_NAME)
      throw new Problem(400, `the name of a world has at most ${LONGEST_NAME} characters`);
    if (this.known.size >= MOST_WORLDS) {
      throw new Problem(429, `there are ${MOST_WORLDS} worlds, which is the limit; end one with DELETE /_lifecycle`);
    }
    const made = new ServedWorld(this.setting);
    this.known.set(name, made);
    return made;
  }

  /** Ends a world. A later use of the name makes a new one. */
  end(name: string): void {
    this.known.get(name)?.end();
    this.known.delete(name);
  }
}
