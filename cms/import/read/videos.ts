/** A video as the model keeps it. */
export interface VideoRef {
  provider: 'youtube' | 'vimeo';
  videoId: string;
}

const forms: [VideoRef['provider'], RegExp][] = [
  ['youtube', /^(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/(?:embed\/|shorts\/|watch\?(?:.*&)?v=)([\w-]{6,20})/],
  ['youtube', /^youtu\.be\/([\w-]{6,20})/],
  ['vimeo', /^(?:www\.|player\.)?vimeo\.com\/(?:video\/)?(\d{6,20})/],
];

/** Reads the address of a video page or player; null for anything else. */
export function videoOf(address: string): VideoRef | null {
  const bare = address.trim().replace(/^(?:https?:)?\/\//, '');
  for (const [provider, form] of forms) {
    const videoId = form.exec(bare)?.[1];
    if (videoId) return { provider, videoId };
  }
  return null;
}
