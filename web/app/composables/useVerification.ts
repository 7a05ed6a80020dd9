import type { Verification } from '#shared/views/review';

const methods: Record<Verification, string> = {
  documents: 'review.verified.documents',
  clinic_confirmation: 'review.verified.clinic',
  phone_call: 'review.verified.call',
  none: 'review.verified.none',
};

/** Names the way in which a story was checked, in the language of the place. */
export function useVerification(): (method: Verification) => string {
  const { t } = useWords();
  return method => t(methods[method]);
}
