import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type DesktopBridge, type MenuCommand, portMessage } from '../contract/shell.ts';
import { calls } from '../main/calls.ts';

ipcRenderer.on(calls.port, (event, request: number) =>
  window.postMessage(portMessage(request), window.location.origin, event.ports),
);

const bridge: DesktopBridge = {
  kind: 'desktop',
  requestPort: (request) => ipcRenderer.send(calls.requestPort, request),
  chooseWorkbooks: () => ipcRenderer.invoke(calls.chooseWorkbooks),
  choosePackages: () => ipcRenderer.invoke(calls.choosePackages),
  chooseOffice: () => ipcRenderer.invoke(calls.chooseOffice),
  saveOfficeAs: (suggestedName) => ipcRenderer.invoke(calls.saveOfficeAs, suggestedName),
  deliver: (fileId) => ipcRenderer.invoke(calls.deliver, fileId),
  deliverFolder: (folderId) => ipcRenderer.invoke(calls.deliverFolder, folderId),
  openFile: (fileId) => ipcRenderer.invoke(calls.openFile, fileId),
  showInFolder: (fileId) => ipcRenderer.invoke(calls.showInFolder, fileId),
  print: (page) => ipcRenderer.invoke(calls.print, page),
  savePdf: (page) => ipcRenderer.invoke(calls.savePdf, page),
  pagesOf: (page) => ipcRenderer.invoke(calls.pagesOf, page),
  chooseUpdate: () => ipcRenderer.invoke(calls.chooseUpdate),
  installUpdate: (updateId) => ipcRenderer.invoke(calls.installUpdate, updateId),
  onMenu: (listener) => {
    const hear = (_event: unknown, command: MenuCommand) => listener(command);
    ipcRenderer.on(calls.menu, hear);
    ipcRenderer.send(calls.listening);
    return () => ipcRenderer.off(calls.menu, hear);
  },
  pathOf: (file) => webUtils.getPathForFile(file),
};

contextBridge.exposeInMainWorld('sochibo', bridge);
