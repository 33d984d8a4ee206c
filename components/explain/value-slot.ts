/** Where the card of a symbol says what it is set to now. */
export const VALUE_SLOT = '<span class="explain-now"></span>';
