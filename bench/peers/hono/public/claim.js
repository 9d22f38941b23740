// Keeps a page back while nothing is chosen.
const form = document.getElementById("step");
form?.addEventListener("submit", (event) => {
  const chosen = form.querySelector("input[type=radio]:checked");
  if (form.querySelector("input[type=radio]") && !chosen) {
    event.preventDefault();
    form.querySelector("fieldset").dataset.fault = "";
    form.querySelector("input[type=radio]").focus();
  }
});
