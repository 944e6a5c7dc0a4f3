import { account } from "./account";
import { clearing } from "./clearing";
import { figure } from "./figure";
import { back, exercises, plan, progress, settings } from "./pages";
import { plate } from "./plate";
import { flare, session, today } from "./session";
import { shell } from "./shell";
import { choiceTexts, questionTexts, welcome, yesNo } from "./welcome";

// Every word that the app says stands in this folder.  Another language is another value of
// `Catalog`: where a sentence is missing or takes other arguments, it does not compile.

/** English, as it is written. */
export const en = {
  language: "en",
  account,
  back,
  choiceTexts,
  clearing,
  exercises,
  figure,
  flare,
  plan,
  plate,
  progress,
  questionTexts,
  session,
  settings,
  shell,
  today,
  welcome,
  yesNo,
} as const;

/** The same with any words: a text for a text, a sentence of the same arguments for a sentence. */
type Words<T> = T extends string
  ? string
  : T extends (...args: infer Args) => string
    ? (...args: Args) => string
    : T extends readonly (infer One)[]
      ? readonly Words<One>[]
      : { readonly [Key in keyof T]: Words<T[Key]> };

export type Catalog = Words<typeof en>;

/** The language in which the app speaks. */
export const text: Catalog = en;
