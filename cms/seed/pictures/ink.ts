/** The colours of a drawing, by what they do in it; the site's palette, on light and on dark ground. */
export interface Ink {
  ground: string;
  /** Fields a shade away from the ground. */
  veil: string;
  /** Paper, walls, faces: what stands out from the ground. */
  paper: string;
  faint: string;
  soft: string;
  mid: string;
  strong: string;
  /** The darkest on light ground, the lightest on dark. */
  deep: string;
  warm: string;
  warmSoft: string;
}

export const light: Ink = {
  ground: '#eef3ef',
  veil: '#e3ece7',
  paper: '#fbfaf5',
  faint: '#cddbd4',
  soft: '#a4c0b7',
  mid: '#5f9189',
  strong: '#0a5a55',
  deep: '#16323a',
  warm: '#c77a45',
  warmSoft: '#e3b793',
};

export const dark: Ink = {
  ground: '#16242a',
  veil: '#1c2f36',
  paper: '#22383f',
  faint: '#2b454c',
  soft: '#41686a',
  mid: '#5a9c94',
  strong: '#7fd0c4',
  deep: '#dbe7e2',
  warm: '#d88d57',
  warmSoft: '#8d6446',
};
