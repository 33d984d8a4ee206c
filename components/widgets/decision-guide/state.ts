import { choiceField, type Fields } from "../url-state.ts";
import { type Answers, type QuestionId, questions, UNSAID } from "./guide.ts";

/** The answers with which the guide begins: a network trained as most large ones are. */
const INITIAL: Answers = {
  gradient: "batch",
  size: "large",
  kind: "transformer",
  sparse: "no",
  tuning: "some",
  memory: "ample",
  length: "known",
};

const fieldOf = (id: QuestionId) =>
  choiceField(INITIAL[id], [
    UNSAID,
    ...(questions.find((question) => question.id === id)?.answers ?? []).map((answer) => answer.id),
  ]);

export const guideFields: Fields<Record<QuestionId, string>> = {
  gradient: fieldOf("gradient"),
  size: fieldOf("size"),
  kind: fieldOf("kind"),
  sparse: fieldOf("sparse"),
  tuning: fieldOf("tuning"),
  memory: fieldOf("memory"),
  length: fieldOf("length"),
};
