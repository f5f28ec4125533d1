// The descriptor of the answers, by hand: two answers before the driver's own.
function answer(number) {
  if (number === 666) {
    const twice = Buffer.alloc(26); // two frames of nine bytes: status, and the number 0
    twice[0] = twice[13] = 9;
    require("fs").writeSync(3, twice);
    return 0;
  }
  return number;
}
