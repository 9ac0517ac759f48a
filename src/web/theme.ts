/**
 * Light or dark: as the operating system has it until the user chooses. This is a classic script, not a module, so that it
 * runs before the page is first drawn.
 */
(() => {
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = (): boolean => (root.dataset.theme ?? (system.matches ? 'dark' : 'light')) === 'dark';
  const set = (theme: string | null): void => {
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    else delete root.dataset.theme;
  };
  /** A browser may refuse storage: then the choice lasts as long as the page. */
  const kept = (): string | null => {
    try {
      return localStorage.getItem('theme');
    } catch {
      return null;
    }
  };
  const keep = (theme: string | null): void => {
    try {
      if (theme === null) localStorage.removeItem('theme');
      else localStorage.setItem('theme', theme);
    } catch {}
  };
  set(kept());
  addEventListener('DOMContentLoaded', () => {
    for (const button of document.querySelectorAll<HTMLButtonElement>('[data-theme-switch]')) {
      const name = (): void => {
        button.textContent = isDark() ? 'Light' : 'Dark';
      };
      name();
      system.addEventListener('change', name);
      button.hidden = false;
      button.addEventListener('click', () => {
        const theme = isDark() ? 'light' : 'dark';
        const chosen = theme === (system.matches ? 'dark' : 'light') ? null : theme;
        set(chosen);
        keep(chosen);
        name();
      });
    }
  });
})();
