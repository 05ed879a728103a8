import { autocompleteMultiselect, cancel, confirm, isCancel, select, spinner, text } from '@clack/prompts';
import { Problem } from './problem.ts';

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
}

/** Whoever is asked. Without one every proposal is taken. */
export interface Interview {
  /** Any number of many, with a search. */
  readonly choose: (
    message: string,
    options: readonly Option<string>[],
    chosen: readonly string[],
  ) => Promise<readonly string[]>;
  readonly pick: <T extends string>(message: string, options: readonly Option<T>[], first: T) => Promise<T>;
  /** `wrong` says what is wrong with an answer. */
  readonly write: (
    message: string,
    initial: string,
    wrong: (answer: string) => string | undefined,
  ) => Promise<string>;
  readonly agree: (message: string, initial: boolean) => Promise<boolean>;
}

/** What takes a while. */
export interface Waiting {
  readonly say: (what: string) => void;
  readonly end: (what: string) => void;
}

/** A person at a terminal. Whoever stops has changed nothing. */
export const interview: Interview = {
  choose: async (message, options, chosen) =>
    answered(
      await autocompleteMultiselect({
        message,
        options: options.map((each) => ({ ...each })),
        initialValues: [...chosen],
        placeholder: 'type to search, Tab selects',
        required: false,
      }),
    ),
  pick: async (message, options, first) => {
    const answer = answered(
      await select<string>({ message, options: options.map((each) => ({ ...each })), initialValue: first }),
    );
    const found = options.find(({ value }) => value === answer);
    if (!found) throw new Error(`${answer} was not offered`);
    return found.value;
  },
  write: async (message, initial, wrong) =>
    answered(
      await text({
        message,
        initialValue: initial,
        validate: (answer = '') => wrong(answer.trim()),
      }),
    ).trim(),
  agree: async (message, initial) => answered(await confirm({ message, initialValue: initial })),
};

export function waitingOn(): Waiting {
  const shown = spinner();
  let runs = false;
  return {
    say(what) {
      if (runs) shown.message(what);
      else shown.start(what);
      runs = true;
    },
    end(what) {
      if (runs) shown.stop(what);
      runs = false;
    },
  };
}

function answered<T>(answer: T): Exclude<T, symbol> {
  if (!isCancel(answer)) return answer as Exclude<T, symbol>;
  cancel('Stopped.');
  throw new Problem('it was stopped, and nothing was written.');
}
