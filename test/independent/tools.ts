import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Why a tool cannot be used; undefined if it can. */
export type Lack = string | undefined;

/** SPIN and the compiler that its verifiers need, installed from Debian where that is possible. */
export function needSpin(): Lack {
  const missing = (): string[] => ['spin', 'gcc'].filter((tool) => spawnSync(tool, ['--version']).error);
  if (missing().length === 0) return undefined;
  if (process.getuid?.() === 0 && !spawnSync('apt-get', ['--version']).error) {
    process.stdout.write(`installing ${missing().join(' and ')}\n`);
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'libc6-dev', ...missing()], { stdio: 'ignore' });
  }
  const left = missing();
  return left.length === 0 ? undefined : `${left.join(' and ')} not installed: apt-get install spin gcc`;
}

/** SCION, from the package of this folder; the project does not depend on it. */
export function needScion(): Lack {
  if (existsSync(`${here}node_modules/@scion-scxml/scxml`)) return undefined;
  process.stdout.write('installing SCION in test/independent\n');
  try {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: here, stdio: 'pipe' });
    return undefined;
  } catch (error) {
    const [line = ''] = String((error as { stderr?: unknown }).stderr ?? error)
      .trim()
      .split('\n');
    return `SCION cannot be installed: ${line}`;
  }
}
