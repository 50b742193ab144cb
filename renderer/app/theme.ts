import { Button, createTheme, Drawer, Input, type MantineColorsTuple, Modal, SegmentedControl } from '@mantine/core';

/** Deep red, for the active place and the primary action only. The values that show are in theme.css. */
const accent: MantineColorsTuple = [
  '#fbf1f1',
  '#f3dcdc',
  '#e5b5b5',
  '#d68c8c',
  '#c86868',
  '#b94a4a',
  '#a52a2a',
  '#8f1d1d',
  '#7a1616',
  '#641010',
];

export const theme = createTheme({
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 5 },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs' } }),
    Input: Input.extend({
      defaultProps: { size: 'xs' },
      styles: { wrapper: { '--input-bd-focus': 'var(--ink)' } },
    }),
    InputWrapper: Input.Wrapper.extend({ defaultProps: { size: 'xs' } }),
    Modal: Modal.extend({ defaultProps: { overlayProps: { backgroundOpacity: 0.24 } } }),
    // Its <header> would be told as a second heading of the whole page.
    ModalHeader: Modal.Header.extend({ defaultProps: { role: 'presentation' } }),
    DrawerHeader: Drawer.Header.extend({ defaultProps: { role: 'presentation' } }),
    Drawer: Drawer.extend({ defaultProps: { overlayProps: { backgroundOpacity: 0.12 } } }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'xs', transitionDuration: 0 } }),
  },
});
