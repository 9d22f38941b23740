const form = document.getElementById("step");
form?.addEventListener("submit", (press) => {
  if (form.querySelector(":checked")) return;
  press.preventDefault();
  const held = document.getElementById("unanswered");
  if (held) {
    const [summary, fault] = held.content.children;
    const group = form.querySelector("fieldset");
    const hint = group.querySelector(".hint");
    hint.after(fault);
    group.dataset.invalid = "";
    group.setAttribute("aria-describedby", `${hint.id} ${fault.id}`);
    document.title = held.dataset.title;
    held.replaceWith(summary);
  }
  document.getElementById("error-summary").focus();
});
