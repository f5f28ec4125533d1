function tie(a: ListNode | null, b: number): ListNode | null {
  let last: any = a,
    to: any = a;
  while (last.next) last = last.next;
  while (b-- > 0) to = to.next;
  last.next = to;
  return a;
}
