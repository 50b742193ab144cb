import { Checkbox, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { textSizes, useDisplay } from '../../app/display.ts';

const schemes = [
  { value: 'auto', label: 'Theo máy' },
  { value: 'light', label: 'Sáng' },
  { value: 'dark', label: 'Tối' },
] as const;

/** Size of letters, light or dark, contrast: of this machine, not of the office, so every change is kept at once. */
export function DisplayPart() {
  const { text, scheme, contrast, change } = useDisplay();
  const { setColorScheme } = useMantineColorScheme();
  return (
    <div className="page">
      <div className="page-column form">
        <fieldset className="display-choice">
          <legend>Cỡ chữ</legend>
          <SegmentedControl
            aria-label="Cỡ chữ"
            value={String(text)}
            onChange={(value) => change({ text: textSizes.find((size) => String(size) === value) ?? 100 })}
            data={textSizes.map((size) => ({ value: String(size), label: `${size} %` }))}
          />
        </fieldset>
        <fieldset className="display-choice">
          <legend>Nền</legend>
          <SegmentedControl
            aria-label="Nền"
            value={scheme}
            onChange={(value) => setColorScheme(schemes.find((one) => one.value === value)?.value ?? 'auto')}
            data={schemes.map(({ value, label }) => ({ value, label }))}
          />
        </fieldset>
        <Checkbox
          label="Tương phản cao"
          description="Chữ và đường kẻ đậm hơn, ô đang chọn có khung dày hơn."
          checked={contrast === 'high'}
          onChange={(event) => change({ contrast: event.currentTarget.checked ? 'high' : 'usual' })}
        />
        <p className="quiet">Nhớ trên máy này; áp dụng cho mọi sổ.</p>
      </div>
    </div>
  );
}
