/**
 * What xAPI 1.0.3, part two, asks of the statements that a package makes: the fields that a statement
 * may have, agents with exactly one name, IRIs, scores within their scale, ISO 8601.
 */
const iri = { type: "string", pattern: "^[a-z][a-z0-9+.-]*:\\S+$" };
const languageMap = {
  type: "object",
  propertyNames: { pattern: "^[a-zA-Z]{2,3}(-[a-zA-Z0-9]+)*$" },
  additionalProperties: { type: "string" },
  minProperties: 1,
};
const uuid = {
  type: "string",
  pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
};
const activity = {
  type: "object",
  required: ["id"],
  additionalProperties: false,
  properties: {
    objectType: { const: "Activity" },
    id: iri,
    definition: {
      type: "object",
      additionalProperties: false,
      properties: { type: iri, name: languageMap, description: languageMap },
    },
  },
};
const agent = {
  type: "object",
  additionalProperties: false,
  properties: {
    objectType: { const: "Agent" },
    name: { type: "string" },
    mbox: { type: "string", pattern: "^mailto:[^@\\s]+@[^@\\s]+$" },
    account: {
      type: "object",
      required: ["homePage", "name"],
      additionalProperties: false,
      properties: { homePage: iri, name: { type: "string", minLength: 1 } },
    },
  },
  oneOf: [{ required: ["mbox"] }, { required: ["account"] }],
};

export const statementSchema = {
  type: "object",
  required: ["actor", "verb", "object"],
  additionalProperties: false,
  properties: {
    id: uuid,
    actor: agent,
    verb: {
      type: "object",
      required: ["id"],
      additionalProperties: false,
      properties: {
        id: {
          type: "string",
          pattern: "^http://adlnet\\.gov/expapi/verbs/(answered|completed|passed)$",
        },
        display: languageMap,
      },
    },
    object: activity,
    result: {
      type: "object",
      additionalProperties: false,
      properties: {
        score: {
          type: "object",
          additionalProperties: false,
          properties: {
            scaled: { type: "number", minimum: -1, maximum: 1 },
            raw: { type: "number" },
            min: { type: "number" },
            max: { type: "number" },
          },
        },
        success: { type: "boolean" },
        completion: { type: "boolean" },
        response: { type: "string" },
      },
    },
    context: {
      type: "object",
      additionalProperties: false,
      properties: {
        registration: uuid,
        language: { type: "string", pattern: "^[a-z]{2}$" },
        contextActivities: {
          type: "object",
          additionalProperties: false,
          properties: { parent: { type: "array", items: activity, minItems: 1 } },
        },
      },
    },
    timestamp: { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$" },
  },
} as const;
