// Sentences with slots. Knows no words.

/** @type {(text: string, slots: Record<string, string | number>) => string} */
export const filled = (text, slots) =>
  Object.entries(slots).reduce(
    (said, [name, value]) => said.replace(`{${name}}`, () => String(value)),
    text,
  );
