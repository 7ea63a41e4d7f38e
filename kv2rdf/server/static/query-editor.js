// Replaces the text field of the query page by Yasqe, the query editor of YASGUI.
//
// The form stays the same: the text of the editor is copied into the field before the form is sent.
// Without this script, or if the editor fails to start, the field is used.
"use strict";

const field = document.getElementById("query");
const form = field.form;
const label = form.querySelector("label[for=query]");
const terms = field.dataset.terms.split(" ");

// The other completers of Yasqe ask servers of others, which the content security policy forbids.
Yasqe.registerAutocompleter({
  name: "terms",
  bulk: false,
  autoShow: true,
  isValidCompletionPosition: (editor) => /^[a-z][\w-]*:?[\w-]*$/i.test(editor.getCompleteToken().string),
  get: (_, token) => {
    const typed = token ? token.string.toLowerCase() : "";
    const found = terms.filter((term) => {
      const [prefix, name] = term.toLowerCase().split(":");
      return `${prefix}:${name}`.startsWith(typed) || name.startsWith(typed);
    });
    return found.filter((term) => term.toLowerCase() !== typed);
  },
});
Yasqe.defaults.autocompleters = ["variables", "terms"];

const place = document.createElement("div");
place.id = "query-editor";
field.before(place);
const editor = new Yasqe(place, {
  value: field.value,
  consumeShareLink: null,
  createShareableLink: null,
  editorHeight: "auto",
  inputStyle: "contenteditable",
  lineNumbers: false,
  persistenceId: null, // nothing is stored in the browser
  resizeable: false,
  showQueryButton: false,
  viewportMargin: Infinity,
  extraKeys: {
    "Cmd-Enter": send,
    "Ctrl-Enter": send,
    "Ctrl-S": false,
    "Shift-Tab": false, // Tab leaves the editor
    Tab: false,
  },
});
// Yasqe marks each line with a prefix that the query does not declare. The server declares some.
const mode = editor.getMode();
const stateAtStart = mode.startState;
mode.startState = () => ({
  ...stateAtStart(),
  prefixes: Object.fromEntries(field.dataset.prefixes.split(" ").map((prefix) => [prefix, ""])),
});
editor.setValue(field.value);
editor.clearHistory();
// The editor cannot measure its lines while the form is folded.
field.closest("details")?.addEventListener("toggle", () => editor.refresh());
const input = editor.getInputField();

function send() {
  form.requestSubmit();
}

// What assistive technology needs, and Yasqe does not say.
label.id = "query-label";
label.addEventListener("click", () => editor.focus());
label.removeAttribute("for");
input.id = "query-input";
input.setAttribute("role", "textbox");
input.setAttribute("aria-multiline", "true");
input.setAttribute("aria-labelledby", label.id);
for (const name of ["aria-invalid", "aria-describedby"]) {
  if (field.hasAttribute(name)) input.setAttribute(name, field.getAttribute(name));
}
editor.on("autocompletionShown", (_, widget) => {
  widget.hints.removeAttribute("aria-expanded"); // not allowed in a list
  widget.hints.setAttribute("aria-labelledby", label.id);
});

field.hidden = true;
form.addEventListener("submit", () => {
  field.value = editor.getValue();
});
for (const link of document.querySelectorAll('a[href="#query"]')) {
  link.href = `#${input.id}`;
}
