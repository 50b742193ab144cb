/** The channels between the preload and the shell. Each carries one kind of call; none carries code or a path to open. */
export const calls = {
  requestPort: 'sochibo:request-port',
  port: 'sochibo:port',
  menu: 'sochibo:menu',
  listening: 'sochibo:listening',
  chooseWorkbooks: 'sochibo:choose-workbooks',
  choosePackages: 'sochibo:choose-packages',
  chooseOffice: 'sochibo:choose-office',
  saveOfficeAs: 'sochibo:save-office-as',
  deliver: 'sochibo:deliver',
  deliverFolder: 'sochibo:deliver-folder',
  openFile: 'sochibo:open-file',
  showInFolder: 'sochibo:show-in-folder',
  print: 'sochibo:print',
  savePdf: 'sochibo:save-pdf',
  chooseUpdate: 'sochibo:choose-update',
  installUpdate: 'sochibo:install-update',
} as const;
