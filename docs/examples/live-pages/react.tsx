import { type Command, gate, type View } from 'migration-lifecycles/gate/dovecot/account';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

const commands: readonly Command[] = ['enqueue', 'start', 'switch', 'final', 'reset', 'credentials.update', 'remove'];

/** Commands of an account. The view comes by message, as `lifecycle gate check --page` sends it. */
function AccountButtons() {
  const [view, setView] = useState<View>();
  useEffect(() => {
    const take = ({ origin, data }: MessageEvent) => {
      if (origin === location.origin && data?.type === 'lifecycle:view') setView(data.view);
    };
    addEventListener('message', take);
    return () => removeEventListener('message', take);
  }, []);
  const answers = view && gate(view);
  return commands.map((command) => (
    <button
      key={command}
      type="button"
      data-command={command}
      data-code={answers?.[command].code}
      disabled={!answers?.[command].allowed}
    >
      {command}
    </button>
  ));
}

createRoot(document.body.appendChild(document.createElement('main'))).render(<AccountButtons />);
