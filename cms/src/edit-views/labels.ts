/** Spells an attribute's name out: `medicalReviewer` as "Medical reviewer". */
export function labelOf(name: string): string {
  const words = name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
