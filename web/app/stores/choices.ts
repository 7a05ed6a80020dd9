import { defineStore } from 'pinia';
import { readChoices, SHORTLIST_LENGTH, writeChoices } from '#shared/choices';

const storageKey = 'choices';

/** What the reader chose and this browser keeps: clinics to compare, a currency. It is on the device alone, and known only once the page's script runs. */
export const useChoicesStore = defineStore('choices', () => {
  const ready = ref(false);
  const shortlist = ref<string[]>([]);
  const currency = ref<string | null>(null);
  const full = computed(() => shortlist.value.length >= SHORTLIST_LENGTH);

  /** Takes up what was kept, now and whenever another tab changes it. */
  function restore(): void {
    if (ready.value) return;
    ready.value = true;
    take();
    window.addEventListener('storage', ({ key }) => {
      // No key: everything was cleared.
      if (key === storageKey || key === null) take();
    });
    // A page that comes back from the browser's memory has heard of no change.
    window.addEventListener('pageshow', ({ persisted }) => persisted && take());
  }

  /** Puts a clinic on the list, or takes it off. */
  function toggle(clinic: string): void {
    if (shortlist.value.includes(clinic)) shortlist.value = shortlist.value.filter(kept => kept !== clinic);
    else if (!full.value) shortlist.value = [...shortlist.value, clinic];
    keep();
  }

  /** Takes these clinics off the list. */
  function remove(clinics: string[]): void {
    shortlist.value = shortlist.value.filter(kept => !clinics.includes(kept));
    keep();
  }

  /** @param chosen null for the page's own, which need not be remembered. */
  function choose(chosen: string | null): void {
    currency.value = chosen;
    keep();
  }

  function take(): void {
    const kept = readChoices(storage()?.getItem(storageKey) ?? null);
    shortlist.value = kept.shortlist;
    currency.value = kept.currency;
  }

  function keep(): void {
    const text = writeChoices({ shortlist: shortlist.value, currency: currency.value });
    try {
      if (text === null) storage()?.removeItem(storageKey);
      else storage()?.setItem(storageKey, text);
    } catch {
      // A full or forbidden storage: the choice holds as long as the page.
    }
  }

  return { ready, shortlist, currency, full, restore, toggle, remove, choose };
});

/** Null where the browser forbids it. */
function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
