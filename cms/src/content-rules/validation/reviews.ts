import type { Fault, NodeRule } from './subject';

/** A patient's story is shown once it is approved and the patient has agreed, and with the day on which it was verified. */
export const moderated: NodeRule = ({ value, path }) => {
  const faults: Fault[] = [];
  if (value['moderationState'] !== 'approved') {
    faults.push({ path: [...path, 'moderationState'], message: 'Only an approved review can be published. Approve it; if it was published and is withdrawn, unpublish it.' });
  }
  if (value['verificationMethod'] !== 'none' && !value['verifiedOn']) {
    faults.push({ path: [...path, 'verifiedOn'], message: 'Say when the review was verified, or set the verification method to “none”.' });
  }
  if (!value['consentReference']) {
    faults.push({ path: [...path, 'consentReference'], message: 'A story is shown with the patient’s consent only. Say where the signed consent is filed.' });
  }
  return faults;
};
