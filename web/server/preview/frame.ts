/** Whether an address is one of a preview, or of the data of one. */
export function isPreview(address: string): boolean {
  return /^\/[^/]+\/preview\//.test(address);
}

/** The policy of a page, but for what a preview takes: a frame of the admin. */
export function inFrameOf(adminOrigin: string, policy: string): string {
  return policy.replace(/frame-ancestors [^;]*/, `frame-ancestors ${adminOrigin}`);
}

/** Has what leads away from a page leave the frame of the admin too: readers' pages let nobody frame them. */
export function leaveFrame(html: string): string {
  return html.replace(/<(a|form)\b(?=[^>]*\s(?:href|action)=)(?![^>]*\shref="#)/g, '<$1 target="_top"');
}
