/** The filters of a matrix: command, phase, answer. They are kept in the address, so that a link shares them. */
const BETWEEN = ' · ';

const form = document.querySelector<HTMLFormElement>('[data-filters]') as HTMLFormElement;
const status = form.querySelector('[role=status]') as HTMLElement;
const fields = ['command', 'phase', 'answer'] as const;
const fieldOf = (name: string) => form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;

const asked = new URLSearchParams(location.search);
for (const name of fields) fieldOf(name).value = asked.get(name) ?? '';
form.hidden = false;
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', () => {
  filter();
  const query = new URLSearchParams(
    fields.flatMap((name) => (fieldOf(name).value ? [[name, fieldOf(name).value]] : [])),
  );
  history.replaceState(null, '', `${location.pathname}${query.size > 0 ? `?${query}` : ''}`);
});
filter();

/** Hides the rows that do not match, and says how many do. */
function filter(): void {
  const [command, phase, answer] = fields.map((name) => fieldOf(name).value.trim());
  let count = 0;
  for (const section of document.querySelectorAll<HTMLElement>('section[data-phase]')) {
    let left = 0;
    const isPhase = !phase || section.dataset.phase === phase;
    for (const row of section.querySelectorAll<HTMLTableRowElement>('tbody tr')) {
      const [head, ...cells] = row.cells;
      const isCommand = !command || head?.textContent?.toLowerCase().includes(command.toLowerCase()) === true;
      let isAnswered = !answer;
      for (const cell of cells) {
        const isThis = !answer || cell.textContent?.split(BETWEEN).includes(answer) === true;
        cell.classList.toggle('other', !isThis);
        isAnswered ||= isThis;
      }
      row.hidden = !(isPhase && isCommand && isAnswered);
      if (!row.hidden) left += 1;
    }
    section.hidden = left === 0;
    count += left;
  }
  status.textContent = count === 0 ? 'No row matches.' : `${count} ${count === 1 ? 'row' : 'rows'}`;
}
