import { useState } from 'react';

/**
 * Guards what was typed in a dialog: the first Esc or "Hủy" asks, "Bỏ, không lưu" leaves. `guard` is spread into the
 * dialog; `asking` says that the question stands.
 */
export function useGuard(dirty: boolean, onClose: () => void) {
  const [asking, setAsking] = useState(false);
  const shown = asking && dirty;
  return {
    asking: shown,
    guard: {
      onClose: () => (dirty && !shown ? setAsking(true) : shown ? setAsking(false) : onClose()),
      cancel: shown ? 'Ở lại' : 'Hủy',
      ...(shown ? { other: { label: 'Bỏ, không lưu', onAct: onClose } } : {}),
    },
  };
}
