import type { Session } from '../session/session.ts';
import type { Playground } from './model.ts';
import { asNdjson, asTest } from './script.ts';

/** The scenario as text, in step with the session, with errors at their places. */
export function ScenarioPane({ page }: { page: Playground }) {
  const { store } = page;
  const problems = store.problems.value;
  return (
    <section class="scenario" aria-labelledby="scenario-title">
      <h2 id="scenario-title">
        <label for="scenario">Scenario</label>
      </h2>
      <textarea
        id="scenario"
        spellcheck={false}
        autocomplete="off"
        rows={9}
        value={store.text.value}
        aria-invalid={problems.length > 0}
        aria-describedby={problems.length > 0 ? 'problems' : undefined}
        onInput={({ currentTarget }) => store.read(currentTarget.value)}
      />
      {problems.length > 0 && (
        <div id="problems" class="problems" role="alert">
          <p>The session stands as it was before these lines:</p>
          <ul>
            {problems.map((problem) => (
              <li key={`${problem.line}:${problem.column}`}>
                <button type="button" class="quiet" onClick={() => goToPlace(problem)}>
                  line {problem.line}, column {problem.column}
                </button>
                : {problem.says}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div class="files">
        <label class="button">
          import
          <input
            type="file"
            class="visually-hidden"
            accept=".txt,.ndjson,.jsonl,text/plain"
            onChange={async ({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file) store.read(await file.text());
              currentTarget.value = '';
            }}
          />
        </label>
        <button type="button" onClick={() => save('scenario.txt', store.text.value)}>
          export text
        </button>
        <button type="button" onClick={() => saveAs(page, 'scenario.ndjson', asNdjson)}>
          NDJSON
        </button>
        <button type="button" onClick={() => saveAs(page, 'scenario.test.txt', asTest)}>
          test
        </button>
      </div>
    </section>
  );
}

function goToPlace({ line, column }: { line: number; column: number }): void {
  const area = document.querySelector<HTMLTextAreaElement>('#scenario');
  if (!area) return;
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
  area.focus();
  area.setSelectionRange(start, start + Math.max(1, (lines[line - 1]?.length ?? 0) - column + 1));
}

function saveAs({ store }: Playground, name: string, write: (session: Session) => string): void {
  try {
    save(name, write(store.session));
  } catch (error) {
    store.notice.value = error instanceof Error ? error.message : String(error);
  }
}

function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
