// Accepted: turns each link round on the way. O(n) time, O(1) memory.
var reverseList = function (head) {
  let turned = null;
  while (head) [head.next, turned, head] = [turned, head, head.next];
  return turned;
};
