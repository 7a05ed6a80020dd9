import type { SafetyNoticeView } from '#shared/views/clinic';

const severities: Record<SafetyNoticeView['severity'], string> = {
  information: 'notice.information',
  caution: 'notice.caution',
  danger: 'notice.danger',
};

/** Names how serious a warning is, in the language of the place. */
export function useSeverity(): (severity: SafetyNoticeView['severity']) => string {
  const { t } = useWords();
  return severity => t(severities[severity]);
}
