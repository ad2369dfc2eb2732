/**
 * Characters that cannot be seen, or that turn the direction of what stands around them, so that a name reads as another one than is stored (Unicode TR 36):
 * format characters and fillers. Not among them: the joiners U+200C and U+200D between two characters, which Persian and Indian names need, and the number
 * signs of Arabic, Syriac and Kaithi, which are seen.
 */
const hidden =
  /[[\p{Cf}\u115f\u1160\u3164\uffa0]--[\u200c\u200d\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]]|(?:^|\s)[\u200c\u200d]|[\u200c\u200d](?:$|\s|[\u200c\u200d])/v;

/** Whether a line of text holds a character that a person does not see; asked of it as it was typed, because `trim` takes U+FEFF away. */
export const hasHiddenCharacter = (text: string): boolean => hidden.test(text);
