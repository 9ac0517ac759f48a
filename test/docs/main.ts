// node test/docs/main.ts: writes what the sessions of the documents print, and the README's numbers, anew. Read the
// difference before you keep it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocksOf, withBlocks } from './blocks.ts';
import { documents } from './documents.ts';
import { root, Stage } from './stage.ts';
import { withNumbers } from './systems-table.ts';

for (const path of documents) {
  const file = join(root, path);
  const markdown = readFileSync(file, 'utf8');
  const stage = new Stage();
  const truths = new Map<number, string>();
  for (const block of blocksOf(markdown)) {
    try {
      truths.set(block.line, stage.play(block));
    } catch (error) {
      console.error(`${path}:${block.line}: ${error instanceof Error ? error.message : error}`);
      process.exitCode = 1;
    }
  }
  stage.clear();
  const text = withNumbers(withBlocks(markdown, (block) => truths.get(block.line) ?? block.text));
  if (text !== markdown) writeFileSync(file, text);
  console.log(`${path}: ${text === markdown ? 'unchanged' : 'written'}`);
}
