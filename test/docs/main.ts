// node test/docs/main.ts [PATH…]: rewrites the output of the documents' sessions, and the README's numbers. Read the
// difference before you keep it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocksOf, withBlocks } from './blocks.ts';
import { documents } from './documents.ts';
import { root, Stage } from './stage.ts';
import { withNumbers } from './systems-table.ts';

const asked = process.argv.slice(2);
for (const path of asked.length > 0 ? asked : documents) {
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
