import type { InjectionKey } from 'vue';
import type { PreviewNote } from '#shared/views/preview';

const previewNote: InjectionKey<PreviewNote> = Symbol('preview note');

/** Says of what a component holds that it is a preview. */
export function providePreviewNote(note: PreviewNote): void {
  provide(previewNote, note);
}

/** What the bar of a preview says; null on the pages of readers. */
export function usePreviewNote(): PreviewNote | null {
  return inject(previewNote, null);
}
