import type { Fault, NodeRule } from './subject';

/** A patient's story is shown once it is approved and the patient has agreed, and with the day on which it was verified. */
export const moderated: NodeRule = ({ value, path }) => {
  const faults: Fault[] = [];
  if (value['moderationState'] !== 'approved') {
    faults.push({ path: [...path, 'moderationState'], message: words => words.reviews.notApproved });
  }
  if (value['verificationMethod'] !== 'none' && !value['verifiedOn']) {
    faults.push({ path: [...path, 'verifiedOn'], message: words => words.reviews.notVerified });
  }
  if (!value['consentReference']) {
    faults.push({ path: [...path, 'consentReference'], message: words => words.reviews.noConsent });
  }
  return faults;
};
