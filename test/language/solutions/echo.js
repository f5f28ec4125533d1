class Echo {
  constructor(base, name) {
    this.base = base;
  }

  nothing() {}

  sum(a, b, c) {
    return this.base + a + Number(b) + c;
  }

  integer(v) {
    return v;
  }

  wide(v) {
    return v;
  }

  real(v) {
    return v;
  }

  text(v) {
    return v;
  }

  flag(v) {
    return v;
  }

  letter(v) {
    return v;
  }

  integers(v) {
    return v;
  }

  grid(v) {
    return v;
  }

  cube(v) {
    return v;
  }

  longs(v) {
    return v;
  }

  doubles(v) {
    return v;
  }

  texts(v) {
    return v;
  }

  textGrid(v) {
    return v;
  }

  flags(v) {
    return v;
  }

  letters(v) {
    return v;
  }

  board(v) {
    return v;
  }

  chain(v) {
    return v;
  }

  chains(v) {
    return v;
  }

  tree(v) {
    return v;
  }

  trees(v) {
    return v;
  }
}
