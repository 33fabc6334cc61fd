// The page before the desk, for other computers of the office: a name and a PIN.
const form = document.getElementById("masuk");
const wrong = document.getElementById("salah");

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const body = JSON.stringify({nama: form.nama.value, pin: form.pin.value});
  try {
    const answer = await fetch("/masuk", {method: "POST", headers: {"content-type": "application/json"}, body});
    if (answer.ok) {
      location.reload();
      return;
    }
    const [{what, fix}] = (await answer.json()).faults;
    wrong.textContent = `${what}. ${fix}`;
  } catch {
    wrong.textContent = form.dataset.silent;
  }
  form.pin.value = "";
  form.pin.focus();
});
