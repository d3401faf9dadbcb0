/** savedFiles are what a screen saves from now on, by address and name; nothing is saved. */
export function savedFiles(): readonly { readonly href: string; readonly name: string }[] {
  const saved: { readonly href: string; readonly name: string }[] = [];
  URL.createObjectURL = () => 'blob:made';
  URL.revokeObjectURL = () => undefined;
  HTMLAnchorElement.prototype.click = function () {
    saved.push({ href: this.href, name: this.download });
  };
  return saved;
}
