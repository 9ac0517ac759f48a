import { useSelector } from '@xstate/react';
import { type Command, gate } from 'migration-lifecycles/gate/egnyte/job';
import { useGate } from './use-gate.ts';
import type { ViewActor } from './view-store.ts';

const commands: readonly Command[] = ['scan.start', 'scan.stop', 'copy.start', 'copy.stop', 'sync.start', 'sync.stop'];

/** A button for each command, disabled if the model refuses it, with the reason as its title. */
export function JobButtons({ job, send }: { job: ViewActor; send: (command: Command) => void }) {
  const view = useSelector(job, ({ context }) => context);
  const answers = useGate(gate, view);
  return (
    <div role="toolbar" aria-label="Commands of the job">
      {commands.map((command) => {
        const { allowed, code, reason } = answers[command];
        return (
          <button
            key={command}
            type="button"
            data-command={command}
            disabled={!allowed}
            title={code === undefined ? reason : `${code}: ${reason}`}
            onClick={() => send(command)}
          >
            {command}
          </button>
        );
      })}
    </div>
  );
}
