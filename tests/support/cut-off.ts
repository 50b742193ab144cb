import type { Page } from 'playwright-core';

/**
 * What the eye would find cut off on a page, one line each: words that do not fit their box and cannot be read in a
 * title either, buttons of two lines, and controls beyond the edge of the window.
 */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} "${(element.textContent ?? '').trim().slice(0, 60)}"`;
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const box = element.getBoundingClientRect();
      if (box.width < 2 || box.height < 2 || !element.checkVisibility()) continue;
      const style = getComputedStyle(element);
      const ownText = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
      const hides = style.overflowX === 'hidden' || style.overflowX === 'clip';
      if (hides && ownText && element.scrollWidth > element.clientWidth + 1) {
        const told = element.closest('[title]') !== null;
        if (!told || style.textOverflow !== 'ellipsis') found.push(`cut off: ${words(element)}`);
      }
      if (!element.matches('button, a, input, select')) continue;
      if (element.matches('button.mantine-Button-root') && box.height > 40) found.push(`two lines: ${words(element)}`);
      // A long list may scroll under its own edge, but never sideways out of the window.
      if (!element.closest('[role="grid"]') && box.right > window.innerWidth + 1)
        found.push(`outside: ${words(element)}`);
    }
    return found;
  });
}
