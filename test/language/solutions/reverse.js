function reverse(a, b) {
  while (b[0]) {
    a.val++;
    b[0] = b[0].right;
  }
}
