import { useSignal } from '@preact/signals';
import type { EventSpec, Form, ParamSpec } from '../model/index.ts';
import { saysForm } from '../model/index.ts';

/** The parameters of an event as fields, filled in with its plain form. They are rendered when first opened. */
export function Fields({ event, spec, id }: { event: string; spec: EventSpec; id: string }) {
  const params = Object.entries(spec.params ?? {});
  const isNeeded = params.some(([key, { required }]) => required && spec.plain?.[key] === undefined);
  const wasOpened = useSignal(isNeeded);
  if (params.length === 0 && !spec.anyParams) return null;
  return (
    <details class="params" open={isNeeded} onToggle={() => (wasOpened.value = true)}>
      <summary aria-label={`${event}: parameters`}>parameters</summary>
      {wasOpened.value && (
        <div class="fields">
          {params.map(([key, param]) => (
            <Field key={key} id={`${id}-${key}`} name={key} param={param} plain={spec.plain?.[key] ?? ''} />
          ))}
          {spec.anyParams && (
            <label for={`${id}--more`}>
              <span>any others</span>
              <input id={`${id}--more`} name=" more" placeholder="key=value key=value" autocomplete="off" />
            </label>
          )}
        </div>
      )}
    </details>
  );
}

function Field({ id, name, param, plain }: { id: string; name: string; param: ParamSpec; plain: string }) {
  const { is, required, anyValue, default: usual } = param;
  const words = 'one' in is ? is.one : undefined;
  const hint = usual === undefined ? saysForm(is) : `default ${usual}`;
  return (
    <label for={id}>
      <span>
        {name}
        {required && <abbr title="needed"> *</abbr>}
      </span>
      {words && !anyValue ? (
        <select id={id} name={name} title={hint}>
          <option value="">{usual === undefined ? '(left out)' : `(default: ${usual})`}</option>
          {words.map((word) => (
            <option key={word} value={word} selected={word === plain}>
              {word}
            </option>
          ))}
        </select>
      ) : (
        <>
          <input
            type="text"
            id={id}
            name={name}
            defaultValue={plain}
            placeholder={hint}
            title={saysForm(is)}
            autocomplete="off"
            {...modeOf(is)}
            {...(words ? { list: `${id}-words` } : {})}
          />
          {words && (
            <datalist id={`${id}-words`}>
              {words.map((word) => (
                <option key={word} value={word} />
              ))}
            </datalist>
          )}
        </>
      )}
    </label>
  );
}

const modeOf = (form: Form): { readonly inputMode?: 'numeric' } => ('whole' in form ? { inputMode: 'numeric' } : {});
