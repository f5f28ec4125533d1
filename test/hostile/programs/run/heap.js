function attack() {
  const kept = [];
  for (;;) kept.push({ number: kept.length, text: "kept " + kept.length });
}
