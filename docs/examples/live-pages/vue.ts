import { type Command, gate, type View } from 'migration-lifecycles/gate/dovecot/account';
import { createApp, h, onMounted, onUnmounted, shallowRef } from 'vue';

const commands: readonly Command[] = ['enqueue', 'start', 'switch', 'final', 'reset', 'credentials.update', 'remove'];

/** Commands of an account. The view comes by message, as `lifecycle gate check --page` sends it. */
const AccountButtons = {
  setup() {
    const view = shallowRef<View>();
    const take = ({ origin, data }: MessageEvent) => {
      if (origin === location.origin && data?.type === 'lifecycle:view') view.value = data.view;
    };
    onMounted(() => addEventListener('message', take));
    onUnmounted(() => removeEventListener('message', take));
    return () => {
      const answers = view.value && gate(view.value);
      return commands.map((command) =>
        h(
          'button',
          {
            type: 'button',
            'data-command': command,
            'data-code': answers?.[command].code,
            disabled: !answers?.[command].allowed,
          },
          command,
        ),
      );
    };
  },
};

createApp(AccountButtons).mount(document.body.appendChild(document.createElement('main')));
