import type { DiseaseCourse } from '#shared/views/review';

/** The name of a course of a disease; null of a disease that has none. */
export function useDiseaseCourse(): (course: DiseaseCourse) => string | null {
  const { t } = useWords();
  const names = {
    relapsing_remitting: 'review.course.relapsing',
    secondary_progressive: 'review.course.secondary',
    primary_progressive: 'review.course.primary',
    not_applicable: null,
  };
  return (course) => {
    const key = names[course];
    return key === null ? null : t(key);
  };
}
