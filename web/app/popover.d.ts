// Vue's list of attributes does not know the Popover API yet.
export {};

declare module 'vue' {
  interface HTMLAttributes {
    popover?: 'auto' | 'manual' | undefined;
  }

  interface ButtonHTMLAttributes {
    popovertarget?: string | undefined;
    popovertargetaction?: 'show' | 'hide' | 'toggle' | undefined;
  }
}
