import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** The generated module with the script of an explorable picture in a file. */
export const explorerModule = (root: string): string => join(root, 'src/diagram/explorer/script.ts');

/** The text of that module: the explorer, bundled into one script for the page. */
export async function explorerScript(root: string): Promise<string> {
  const bundle = await rolldown({ input: join(root, 'src/web/explorer/file.ts'), platform: 'browser' });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  await bundle.close();
  const [{ code }] = output;
  if (output.length > 1 || /<\/script|<!--/i.test(code)) throw new Error('the explorer does not fit into one script');
  return `/** Written by \`npm run build\` from src/web/explorer. */\nexport const script = ${JSON.stringify(code.trim())};\n`;
}
