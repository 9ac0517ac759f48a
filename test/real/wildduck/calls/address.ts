import { type Calls, flagOf, idOf, keepId, pathOf } from './real.ts';

export const address: Calls = {
  async create(real, id, { address: value, main, allowWildcard, ...params }) {
    const reply = await real.api.call('POST', `${pathOf(real, params)}/addresses`, {
      address: value ?? `${id}@example.com`,
      main: flagOf(main),
      allowWildcard: flagOf(allowWildcard),
    });
    keepId(real, 'address', id, reply);
    return reply;
  },

  get: (real, id, params) => real.api.call('GET', `${pathOf(real, params)}/addresses/${idOf(real, 'address', id)}`),

  update: (real, id, { address: value, main, ...params }) =>
    real.api.call('PUT', `${pathOf(real, params)}/addresses/${idOf(real, 'address', id)}`, {
      address: value,
      main: flagOf(main),
    }),

  delete: (real, id, params) =>
    real.api.call('DELETE', `${pathOf(real, params)}/addresses/${idOf(real, 'address', id)}`),

  async 'forwarded.create'(real, id, { address: value, target, allowWildcard }) {
    const reply = await real.api.call('POST', '/addresses/forwarded', {
      address: value ?? `${id}@example.com`,
      targets: [target ?? 'someone@example.net'],
      allowWildcard: flagOf(allowWildcard),
    });
    keepId(real, 'address', id, reply);
    return reply;
  },

  'forwarded.update': (real, id, { address: value, target }) =>
    real.api.call('PUT', `/addresses/forwarded/${idOf(real, 'address', id)}`, {
      address: value,
      targets: target === undefined ? undefined : [target],
    }),

  'forwarded.delete': (real, id) => real.api.call('DELETE', `/addresses/forwarded/${idOf(real, 'address', id)}`),
};
