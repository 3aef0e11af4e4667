import { readManaged } from '../lib/policy/managed.ts';
import type { PolicyProblem } from '../lib/policy/problem.ts';
import { TEMPLATES, templateFor } from '../lib/policy/templates.ts';

export interface TemplateRequest {
  readonly browser: string;
  readonly os: string;
  /** Id of the extension. */
  readonly id: string;
  /** Where the extension is installed from; undefined: from the store of the browser. */
  readonly install: string | undefined;
  /** Text of the policy. */
  readonly policy: string;
  /** Further managed keys, each `key=value`. */
  readonly set: readonly string[];
}

export type TemplateAnswer =
  | { readonly ok: true; readonly text: string; readonly place: string }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/** The file that puts a policy into force on a browser of a system. */
export function policyTemplate({ browser, os, id, install, policy, set }: TemplateRequest): TemplateAnswer {
  const template = templateFor(browser, os);
  if (!template) {
    const known = TEMPLATES.map((each) => `--browser ${each.browser} --os ${each.system}`).join('\n    ');
    return {
      ok: false,
      problems: [{ path: '--os', message: `There is no template for "${browser}" on "${os}"`, cure: `Use one of:\n    ${known}` }],
    };
  }
  if (!(browser === 'firefox' ? /^[\w.{}-]*@?[\w.{}-]+$/ : /^[a-p]{32}$/).test(id)) {
    const cure =
      browser === 'firefox'
        ? 'Write the id as about:support shows it.'
        : `Write the 32 letters that ${browser}://extensions shows for Tacit.`;
    return { ok: false, problems: [{ path: '--id', message: `"${id}" is not the id of an extension`, cure }] };
  }
  const pairs = set.map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
  });
  const { settings, problems } = readManaged(Object.fromEntries([...pairs, ['policyJson', policy]]));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, text: template.render({ settings, id, install: install ?? template.install }), place: template.place };
}
