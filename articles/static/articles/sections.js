// An article's sections in the editor. Wagtail's picker offers a kind of section that may
// stand once even when it stands on the page, and the server then refuses the page.

const { StreamBlock, StreamBlockDefinition } = window.wagtailStreamField.blocks;

class SectionsBlock extends StreamBlock {
  isUsedUp(kind) {
    const most = this.getBlockMax(kind);
    return Boolean(most) && this.getBlockCount(kind) >= most;
  }

  // The picker reads its groups each time it opens.
  _createInsertionControl(placeholder, options) {
    const control = super._createInsertionControl(placeholder, options);
    const select = control.onSelectBlock;
    Object.defineProperty(control, "groupedChildBlockDefs", {
      get: () => this.pickerGroups(),
    });
    control.onSelectBlock = (change) => {
      if (!this.isUsedUp(change.selectedItem.type)) select.call(control, change);
    };
    // Whoever opens the picker by keyboard can type at once.
    control.tooltip.setProps({
      onShown: () => control.combobox.querySelector("input")?.focus(),
    });
    new MutationObserver(() => this.markUsedUp(control.combobox)).observe(
      control.combobox,
      { childList: true, characterData: true, subtree: true },
    );
    return control;
  }

  // What can be added, in its groups, and at the end what stands on the page already.
  pickerGroups() {
    const usedUp = [];
    const groups = this.blockDef.groupedChildBlockDefs.map(([group, kinds]) => [
      group,
      kinds.filter((kind) => {
        if (this.isUsedUp(kind.name)) usedUp.push(this.asUsedUp(kind));
        return !this.isUsedUp(kind.name);
      }),
    ]);
    return [...groups, [this.blockDef.meta.usedUpGroup, usedUp]].filter(
      ([, kinds]) => kinds.length,
    );
  }

  asUsedUp(kind) {
    const label = this.blockDef.meta.usedUpLabel.replace("%s", kind.meta.label);
    return { name: kind.name, meta: { ...kind.meta, label } };
  }

  // Screen readers say “unavailable” of them; the stylesheet greys them out.
  markUsedUp(picker) {
    const ending = this.blockDef.meta.usedUpLabel.split("%s")[1];
    for (const option of picker.querySelectorAll('[role="option"]')) {
      const isUsedUp = option.textContent.endsWith(ending);
      if (isUsedUp) option.setAttribute("aria-disabled", "true");
      else option.removeAttribute("aria-disabled");
    }
  }

  blockCountChanged() {
    super.blockCountChanged();
    const twice = new Set();
    for (const section of this.children) {
      if (this.isUsedUp(section.type)) section.disableDuplication();
      else section.enableDuplication();
      const most = this.getBlockMax(section.type);
      if (most && this.getBlockCount(section.type) > most) twice.add(section.type);
    }
    // In place of Wagtail's “The maximum number of items is 1”.
    const { twiceMessage } = this.blockDef.meta;
    const messages = [...twice].map((kind) =>
      twiceMessage.replace("%s", this.blockDef.childBlockDefsByName[kind].meta.label),
    );
    if (messages.length) this.setError({ messages });
  }
}

// Single words, such as the heading, are there from the start, and so is an empty text.
// A choice is a list of one.
const isEmpty = (value) =>
  value === null ||
  typeof value === "string" ||
  (Array.isArray(value) && value.every((each) => each === "" || isEmptyText(each)));

const isEmptyText = ({ type, value }) =>
  type === "text" && !JSON.parse(value)?.blocks.some(({ text }) => text);

class SectionsBlockDefinition extends StreamBlockDefinition {
  render(placeholder, prefix, initialState, initialError) {
    const sections = initialState ?? [];
    const block = new SectionsBlock(this, placeholder, prefix, initialState, initialError);
    const isNew = sections.every(({ value }) => Object.values(value).every(isEmpty));
    // A new page invites to write; a written one shows its headings.
    if (isNew && !initialError) block.children[0]?.toggleElement.click();
    return block;
  }
}

window.telepath.register("articles.blocks.SectionsBlock", SectionsBlockDefinition);
