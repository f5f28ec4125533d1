// Memory outside V8's heap, page by page.
function attack() {
  const memories = [];
  for (;;) {
    const memory = new WebAssembly.Memory({ initial: 160, maximum: 160 });
    new Uint8Array(memory.buffer).fill(1);
    memories.push(memory);
  }
}
