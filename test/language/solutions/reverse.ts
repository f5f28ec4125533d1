function reverse(a: ListNode | null, b: (TreeNode | null)[]): void {
  while (b[0]) {
    a!.val++;
    b[0] = b[0].right;
  }
}
