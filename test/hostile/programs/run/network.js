function attack() {
  const socket = require("net").connect(80, "127.0.0.1");
  socket.on("connect", () => breach("a connection"));
  socket.on("error", () => {});
}
